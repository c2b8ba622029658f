package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.monitor.Violation;
import io.chaoschapters.subject.Bound;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An invariant that left its bounds, as a neutral sentence and as numbers.
 *
 * @param statement what should hold
 * @param unit of the numbers; empty for a count
 * @param component what it is about, or null for the whole system
 * @param active whether it is still out of bounds
 * @param measured the newest value that was out of bounds
 * @param worst the value furthest out of bounds
 * @param min smallest value in bounds, or null for none
 * @param max largest value in bounds, or null for none
 * @param sentence all of it in words
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ViolationEvidence(
    String statement,
    String unit,
    @Nullable String component,
    boolean active,
    double measured,
    double worst,
    @Nullable Double min,
    @Nullable Double max,
    String sentence) {

  /** Made by the framework. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public ViolationEvidence {}

  /** What the monitor found. */
  public static ViolationEvidence of(Violation violation) {
    Bound bound = violation.bound();
    return new ViolationEvidence(
        violation.invariant().statement(),
        violation.invariant().unit(),
        violation.component(),
        violation.isActive(),
        violation.measured(),
        violation.worst(),
        finite(bound.min()),
        finite(bound.max()),
        violation.sentence());
  }

  private static @Nullable Double finite(double end) {
    return Double.isFinite(end) ? end : null;
  }

  /** The range within which the value should be. */
  public Bound bound() {
    return Bound.between(
        min == null ? Double.NEGATIVE_INFINITY : min, max == null ? Double.POSITIVE_INFINITY : max);
  }
}
