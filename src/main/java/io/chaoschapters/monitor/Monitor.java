package io.chaoschapters.monitor;

import io.chaoschapters.subject.Observation;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a chapter sees of the monitor: its own span of time, and nothing of earlier chapters.
 *
 * <p>A chapter gets one as a parameter. Tests of chapters may implement it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Monitor {
  /**
   * Waits until an invariant is out of bounds; at most until the experiment's fault and settle
   * times are over, and two observations more.
   *
   * @param invariant its id
   * @throws io.chaoschapters.waiting.WaitTimeoutException when it stays in bounds
   * @throws UnknownReadingException when it could not be measured when the time was over
   * @throws BrokenMeasurementException when the measurement itself breaks meanwhile
   * @throws IllegalArgumentException naming the known ids
   */
  Violation awaitViolation(String invariant);

  /** Waits until the experiment's fault and settle times are over, and observes once more. */
  void awaitEnd();

  /**
   * Violations of the system in this chapter, those that are over included, oldest first.
   *
   * @throws BrokenMeasurementException when the measurement itself is broken
   */
  List<Violation> violations();

  /**
   * How an invariant stands now.
   *
   * @throws IllegalArgumentException naming the known ids
   * @throws IllegalStateException when nothing was observed yet
   */
  InvariantStatus status(String invariant);

  /** The newest observation; empty before the first. */
  Optional<Observation> latest();

  /** Looks at once and returns what is seen. */
  Observation observeNow();

  /** Observations of this chapter, oldest first. */
  List<Observation> observations();
}
