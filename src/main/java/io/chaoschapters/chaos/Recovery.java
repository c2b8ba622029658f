package io.chaoschapters.chaos;

import io.chaoschapters.run.RecoveryOutcome;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * How an experiment was undone.
 *
 * @param state the result
 * @param steady whether the steady state came back in time, whatever became of the rollback
 * @param took from the beginning of the rollback until the steady state was back, or until it was
 *     given up on
 * @param failures what of the rollback failed, one sentence each; empty when all went well
 * @param sentence the result for people
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Recovery(
    RecoveryOutcome state, boolean steady, Duration took, List<String> failures, String sentence) {
  public Recovery {
    failures = List.copyOf(failures);
  }

  /** Whether the next experiment may begin on this cluster. */
  public boolean isClean() {
    return state == RecoveryOutcome.RECOVERED;
  }
}
