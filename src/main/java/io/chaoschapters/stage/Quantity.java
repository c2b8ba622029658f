package io.chaoschapters.stage;

import io.chaoschapters.subject.Numbers;

/** A measured value as people read it from afar: short times in milliseconds. */
final class Quantity {
  private static final double MILLIS = 1000;

  private Quantity() {}

  /** The value with its unit; a time below a second is told in milliseconds. */
  static String words(double value, String unit) {
    return isShortTime(value, unit) ? millis(value) : bare(value, unit) + suffix(unit);
  }

  /** The value without its unit, unless that is another than was given. */
  static String bare(double value, String unit) {
    return isShortTime(value, unit) ? millis(value) : Numbers.plain(value);
  }

  private static boolean isShortTime(double value, String unit) {
    return unit.equals("s") && value != 0 && Math.abs(value) < 1;
  }

  private static String millis(double seconds) {
    double value = seconds * MILLIS;
    return Numbers.plain(Math.abs(value) >= 10 ? Math.rint(value) : value) + " ms";
  }

  private static String suffix(String unit) {
    return unit.isEmpty() ? "" : " " + unit;
  }
}
