package io.chaoschapters.stage.panel;

import io.chaoschapters.run.view.Quantity;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.subject.Bound;

/** A bound as people read it, in the unit of what is measured; empty for one without ends. */
final class BoundWords {
  private BoundWords() {}

  /** Such as {@code at most 50 ms}. */
  static String of(Bound bound, String unit) {
    return words(bound, unit, "at least ", "at most ", "exactly ");
  }

  /** Such as {@code ≤ 50 ms}. */
  static String brief(Bound bound, String unit, Symbols symbols) {
    return words(bound, unit, symbols.pick("≥ ", ">= "), symbols.pick("≤ ", "<= "), "= ");
  }

  private static String words(
      Bound bound, String unit, String atLeast, String atMost, String exactly) {
    boolean open = bound.min() == Double.NEGATIVE_INFINITY;
    if (bound.max() == Double.POSITIVE_INFINITY) {
      return open ? "" : atLeast + Quantity.bare(bound.min(), unit);
    }
    String most = Quantity.bare(bound.max(), unit);
    if (open) {
      return atMost + most;
    }
    return bound.min() == bound.max()
        ? exactly + most
        : Quantity.bare(bound.min(), unit) + " to " + most;
  }
}
