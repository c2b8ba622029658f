package io.chaoschapters.subject;

import java.time.Instant;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A number of an observation, or the fact that it is not known.
 *
 * <p>Missing data is unknown: it is never zero and never the last good value.
 *
 * @param value the number, or null when unknown; never NaN
 * @param lastKnown when a number was last known; for a known reading, when it was taken
 * @param why why it is unknown, or empty
 * @param notYet whether it is unknown only because it cannot exist at this moment, though all that
 *     it is made from answered; false for a known reading
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Reading(
    @Nullable Double value, @Nullable Instant lastKnown, String why, boolean notYet) {

  /** A number that was read. */
  public static Reading of(double value) {
    return Double.isNaN(value) ? unknown("not a number") : new Reading(value, null, "", false);
  }

  /** A number that could not be read. */
  public static Reading unknown(String why) {
    return new Reading(null, null, why, false);
  }

  /**
   * A number that cannot exist at this moment, such as a percentile of no requests at all, or a
   * count that is judged only while something is counted. It is unknown, and that is no fault.
   */
  public static Reading notYet(String why) {
    return new Reading(null, null, why, true);
  }

  /** Returns a copy with the time at which a number was last known. */
  public Reading withLastKnown(@Nullable Instant time) {
    return new Reading(value, time, why, notYet);
  }

  /** Whether there is a number. */
  public boolean isKnown() {
    return value != null;
  }

  /** The number, if there is one. */
  public OptionalDouble asDouble() {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
