package io.chaoschapters.text;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apiguardian.api.API;

/** Numbers as people read them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Numbers {
  private static final int SIGNIFICANT_DIGITS = 3;

  private Numbers() {}

  /** Whole numbers in full, others with three significant digits; no exponent. */
  public static String plain(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == Math.rint(value)) {
      return BigDecimal.valueOf(value).setScale(0).toPlainString();
    }
    return BigDecimal.valueOf(value)
        .round(new MathContext(SIGNIFICANT_DIGITS))
        .stripTrailingZeros()
        .toPlainString();
  }
}
