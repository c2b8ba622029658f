package io.chaoschapters.monitor;

import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * How an invariant stands after an observation.
 *
 * @param invariant which one
 * @param state whether it holds
 * @param measurement what was measured last
 * @param since when it came into this state
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record InvariantStatus(
    Invariant invariant, State state, Measurement measurement, Instant since) {

  /** Whether an invariant holds. */
  public enum State {
    /** It is in bounds. */
    HOLDS,
    /** It is out of bounds. */
    VIOLATED,
    /** It cannot be measured, which is neither. */
    UNKNOWN
  }
}
