package io.chaoschapters.subject;

import io.chaoschapters.text.Numbers;
import org.apiguardian.api.API;

/**
 * The range within which a measured value is in order.
 *
 * @param min smallest allowed value; negative infinity for none
 * @param max largest allowed value, at least {@code min}; positive infinity for none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Bound(double min, double max) {

  /** No more than a value. */
  public static Bound atMost(double max) {
    return new Bound(Double.NEGATIVE_INFINITY, max);
  }

  /** No less than a value. */
  public static Bound atLeast(double min) {
    return new Bound(min, Double.POSITIVE_INFINITY);
  }

  /** Both ends included. */
  public static Bound between(double min, double max) {
    return new Bound(min, max);
  }

  /** Whether a value is in order. */
  public boolean contains(double value) {
    return value >= min && value <= max;
  }

  /** By how much a value is out of bounds, with the sign of the side; 0 when it is in order. */
  public double excess(double value) {
    if (value > max) {
      return value - max;
    }
    return value < min ? value - min : 0;
  }

  /** In words, such as {@code at most 100}. */
  public String words() {
    if (min == Double.NEGATIVE_INFINITY) {
      return "at most " + Numbers.plain(max);
    }
    if (max == Double.POSITIVE_INFINITY) {
      return "at least " + Numbers.plain(min);
    }
    if (min == max) {
      return "exactly " + Numbers.plain(min);
    }
    return "between " + Numbers.plain(min) + " and " + Numbers.plain(max);
  }
}
