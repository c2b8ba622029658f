package io.chaoschapters.subject;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * A neutral statement with a bound that is checked on each observation. It never names an anomaly.
 *
 * @param id stable, lower case with hyphens
 * @param statement what should hold, such as {@code requests admitted in a window stay within the
 *     limit}
 * @param unit of the measured value; empty for a count
 * @param kind what it means when it does not hold
 * @param raiseAfter observations running out of bounds before a violation is raised, at least 1
 * @param clearAfter observations running in bounds before a violation is over, at least 1
 * @param steadyFor how long it has to be in bounds before an experiment begins and after it has
 *     ended; 0 where one look is enough
 * @param measure must be quick and free of side effects
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Invariant(
    String id,
    String statement,
    String unit,
    Kind kind,
    int raiseAfter,
    int clearAfter,
    Duration steadyFor,
    Function<Observation, Measurement> measure) {

  /**
   * The same that has to be in bounds for a while, such as a rate over a time, in which what is
   * over is still seen.
   */
  public Invariant steadyFor(Duration time) {
    return new Invariant(id, statement, unit, kind, raiseAfter, clearAfter, time, measure);
  }

  /** Checks the hysteresis; users say {@link #ofSystem} or {@link #ofMeasurement}. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Invariant {
    if (raiseAfter < 1 || clearAfter < 1) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "Invariant '%s' must be raised and cleared after at least 1 observation, not %d and %d.",
              id, raiseAfter, clearAfter));
    }
  }

  /** An invariant of the system, raised by one bad observation and cleared by two good ones. */
  public static Invariant ofSystem(
      String id, String statement, String unit, Function<Observation, Measurement> measure) {
    return new Invariant(id, statement, unit, Kind.SYSTEM, 1, 2, Duration.ZERO, measure);
  }

  /** An invariant of the measurement itself, raised by one observation and cleared by two. */
  public static Invariant ofMeasurement(
      String id, String statement, String unit, Function<Observation, Measurement> measure) {
    return new Invariant(id, statement, unit, Kind.MEASUREMENT, 1, 2, Duration.ZERO, measure);
  }

  /** Returns a copy that is raised and cleared after this many observations, each at least 1. */
  public Invariant withHysteresis(int raisedAfter, int clearedAfter) {
    return new Invariant(id, statement, unit, kind, raisedAfter, clearedAfter, steadyFor, measure);
  }

  /** What it means when an invariant does not hold. */
  public enum Kind {
    /** The system is out of bounds: a violation that can be diagnosed. */
    SYSTEM,
    /** The measurement itself is broken: an infrastructure error, never diagnosed. */
    MEASUREMENT
  }
}
