package io.chaoschapters.stage;

import io.chaoschapters.subject.Bound;
import org.apiguardian.api.API;

/**
 * An invariant as it stood last.
 *
 * @param id its id
 * @param statement what should hold
 * @param unit of the measured value; empty for a count
 * @param standing whether it holds
 * @param measured the newest value, NaN when it is not known
 * @param bound what it should be; without ends when that is not known
 * @param why why it is not known, or empty
 * @param since when it came into this standing, in seconds since the run started
 * @param worst the value that was furthest out of bounds in this chapter, NaN when none was
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record InvariantView(
    String id,
    String statement,
    String unit,
    Standing standing,
    double measured,
    Bound bound,
    String why,
    double since,
    double worst) {

  /** Whether an invariant holds. */
  public enum Standing {
    /** It is in bounds. */
    HOLDS,
    /** It is out of bounds. */
    VIOLATED,
    /** It cannot be measured, which is neither. */
    UNKNOWN,
    /** It cannot be measured at this moment, and that is no fault: there is nothing to measure. */
    NOT_YET;

    /** As it is written on the stage. */
    String word() {
      return name().replace('_', ' ');
    }

    static Standing of(String text) {
      for (Standing standing : values()) {
        if (standing.name().equals(text)) {
          return standing;
        }
      }
      return UNKNOWN;
    }
  }

  InvariantView standing(Standing next, double value, double at) {
    double from = next == standing ? since : at;
    return new InvariantView(id, statement, unit, next, value, bound, why, from, worst);
  }

  InvariantView withWorst(double value) {
    return new InvariantView(id, statement, unit, standing, measured, bound, why, since, value);
  }
}
