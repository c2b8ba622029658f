package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An invariant leaves its bounds, and comes back. Each follows the observation that shows it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface ViolationEvent extends RunEvent {

  /** The invariant's id. */
  String invariant();

  /**
   * An invariant left its bounds.
   *
   * @param invariant its id
   * @param statement what should hold
   * @param unit of the measured value; empty for a count
   * @param measured the value that is out of bounds
   * @param bound what it should be, in words
   * @param component what it is about; null for the whole system
   */
  @JsonTypeName("VIOLATION_RAISED")
  record Raised(
      String invariant,
      String statement,
      String unit,
      double measured,
      String bound,
      @Nullable String component)
      implements ViolationEvent {}

  /**
   * An invariant is in its bounds again.
   *
   * @param invariant its id
   * @param seconds how long it was out of them
   */
  @JsonTypeName("VIOLATION_CLEARED")
  record Cleared(String invariant, double seconds) implements ViolationEvent {}
}
