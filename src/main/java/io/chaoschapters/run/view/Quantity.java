package io.chaoschapters.run.view;

import io.chaoschapters.text.Numbers;
import org.apiguardian.api.API;

/** A measured value as people read it from afar: short times in milliseconds. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Quantity {
  private static final double MILLIS = 1000;

  private Quantity() {}

  /** The value with its unit; a time below a second is given in milliseconds. */
  public static String words(double value, String unit) {
    return isShortTime(value, unit) ? millis(value) : Numbers.plain(value) + suffix(unit);
  }

  /** The value without its unit; a time keeps it, because it may be given in two. */
  public static String bare(double value, String unit) {
    return isTime(unit) && value != 0 ? words(value, unit) : Numbers.plain(value);
  }

  private static boolean isShortTime(double value, String unit) {
    return isTime(unit) && value != 0 && Math.abs(value) < 1;
  }

  private static boolean isTime(String unit) {
    return unit.equals("s");
  }

  private static String millis(double seconds) {
    double value = seconds * MILLIS;
    double step = Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 0.1 : 0.01;
    double rounded = Math.rint(value / step) * step;
    // Nothing that took time is said to have taken none.
    return Numbers.plain(rounded == 0 ? value : rounded) + " ms";
  }

  private static String suffix(String unit) {
    return unit.isEmpty() ? "" : " " + unit;
  }
}
