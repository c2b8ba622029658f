package io.chaoschapters.metrics.exposition;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Numbers as Prometheus reads them: decimal, NaN without a sign, or an infinity, in any case. A
 * decimal that is too large is none.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Floats {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");

  private Floats() {}

  private static OptionalDouble finite(double number) {
    return Double.isInfinite(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  /** The number, or empty if the text is none. */
  public static OptionalDouble parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default ->
          DECIMAL.matcher(text).matches()
              ? finite(Double.parseDouble(text))
              : OptionalDouble.empty();
    };
  }
}
