package io.chaoschapters.stage.panel;

import io.chaoschapters.run.Standing;
import io.chaoschapters.run.view.InvariantView;
import io.chaoschapters.run.view.Quantity;
import io.chaoschapters.stage.text.Symbols;

/**
 * What was measured of an invariant and what it should be, at the length that there is room for.
 */
enum InvariantWords {
  /** The component that is meant, what it was at its worst, what it is now, and its bound. */
  WHOLE,
  /** As {@link #WHOLE} without a unit that can be missed. */
  SHORT,
  /** A value and its bound as two columns of a table, the bound as a sign. */
  TABLE,
  /** The value alone. */
  VALUE;

  /** Columns for a value in a table, such as {@code was 4.65 s}. */
  private static final int VALUE_COLUMNS = 11;

  String of(InvariantView invariant, Symbols symbols) {
    if (Double.isNaN(invariant.measured())) {
      return invariant.why().isEmpty() ? "not measured yet" : invariant.why();
    }
    boolean whose = invariant.component() != null && (this == WHOLE || this == SHORT);
    String value = whose ? invariant.component() + ": " + value(invariant) : value(invariant);
    String bound =
        this == TABLE
            ? BoundWords.brief(invariant.bound(), invariant.unit(), symbols)
            : BoundWords.of(invariant.bound(), invariant.unit());
    if (bound.isEmpty() || this == VALUE) {
      return value;
    }
    return this == TABLE
        ? value + " ".repeat(Math.max(1, VALUE_COLUMNS - value.length())) + bound
        : value + ", " + bound;
  }

  private String value(InvariantView invariant) {
    double measured = invariant.measured();
    String unit = invariant.unit();
    boolean was = !Double.isNaN(invariant.worst()) && invariant.worst() != measured;
    String now = this == WHOLE ? Quantity.words(measured, unit) : Quantity.bare(measured, unit);
    if (!was) {
      return now;
    }
    // Where there is no room for both, what was wrong says more than that it is right again.
    String worst = "was " + Quantity.bare(invariant.worst(), unit);
    return this == WHOLE ? worst + ", now " + now : worst;
  }

  /** Whether the words tell what was wrong and is right again. */
  static boolean remembers(InvariantView invariant) {
    return invariant.standing() == Standing.HOLDS && !Double.isNaN(invariant.worst());
  }

  /** Whether the newest value is out of bounds, and not for long enough to be a violation. */
  static boolean isOutside(InvariantView invariant) {
    return invariant.standing() == Standing.HOLDS
        && !Double.isNaN(invariant.measured())
        && !invariant.bound().contains(invariant.measured());
  }
}
