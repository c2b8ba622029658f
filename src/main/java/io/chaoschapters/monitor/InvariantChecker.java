package io.chaoschapters.monitor;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows one invariant from observation to observation, with hysteresis.
 *
 * <p>An unknown measurement neither raises nor clears a violation. A measure function that throws
 * is unknown, too, and says so.
 */
final class InvariantChecker {
  private final Invariant invariant;
  private final Duration apart;
  private Instant countedAt = Instant.MIN;
  private int outOfBounds;
  private int inBounds;
  private @Nullable Violation current;
  private @Nullable Violation last;
  private @Nullable InvariantStatus status;
  private @Nullable String failure;

  /**
   * Follows an invariant.
   *
   * @param apart how far two observations must be apart to count as two when a violation is to be
   *     raised; a waiting step may look much more often than the monitor does
   */
  InvariantChecker(Invariant invariant, Duration apart) {
    this.invariant = invariant;
    this.apart = apart;
  }

  /** What changed with this observation. */
  enum Change {
    NONE,
    RAISED,
    CLEARED
  }

  Change check(Observation observation) {
    Measurement measurement = measure(observation);
    Change change =
        measurement.reading().asDouble().isEmpty()
            ? Change.NONE
            : judge(measurement, measurement.reading().asDouble().getAsDouble(), observation.at());
    setStatus(measurement, observation.at());
    return change;
  }

  private Measurement measure(Observation observation) {
    try {
      failure = null;
      return invariant.measure().apply(observation);
    } catch (RuntimeException e) {
      String words = Failure.wordsWithPlace(e);
      failure =
          RootLocale.format(
              "The measure of invariant '%s' throws %s. Correct it there; what is unknown it has to return as unknown.",
              invariant.id(), words);
      return Measurement.of(
          Reading.unknown("the check itself failed: " + words),
          Bound.between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }
  }

  private Change judge(Measurement measurement, double value, Instant at) {
    if (measurement.bound().contains(value)) {
      outOfBounds = 0;
      inBounds++;
      return current != null && inBounds >= invariant.clearAfter() ? clear(at) : Change.NONE;
    }
    inBounds = 0;
    if (outOfBounds == 0 || !at.isBefore(countedAt.plus(apart))) {
      outOfBounds++;
      countedAt = at;
    }
    if (current != null) {
      current = current.measuredAgain(value, measurement.bound());
      return Change.NONE;
    }
    if (outOfBounds < invariant.raiseAfter()) {
      return Change.NONE;
    }
    current =
        new Violation(
            invariant, measurement.component(), at, null, value, value, measurement.bound());
    return Change.RAISED;
  }

  private Change clear(Instant at) {
    Violation over = current;
    current = null;
    last = over == null ? null : over.clearedAt(at);
    return Change.CLEARED;
  }

  private void setStatus(Measurement measurement, Instant at) {
    InvariantStatus.State state = InvariantStatus.State.HOLDS;
    if (current != null) {
      state = InvariantStatus.State.VIOLATED;
    }
    if (!measurement.reading().isKnown()) {
      state = InvariantStatus.State.UNKNOWN;
    }
    Instant since = status != null && status.state() == state ? status.since() : at;
    status = new InvariantStatus(invariant, state, measurement, since);
  }

  Invariant invariant() {
    return invariant;
  }

  /** Why it could not be checked the last time, a sentence; empty when it could. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** The violation that lasts. */
  Optional<Violation> current() {
    return Optional.ofNullable(current);
  }

  /** The violation that was cleared last. */
  Optional<Violation> lastCleared() {
    return Optional.ofNullable(last);
  }

  /** How it stands; empty before the first observation. */
  Optional<InvariantStatus> status() {
    return Optional.ofNullable(status);
  }
}
