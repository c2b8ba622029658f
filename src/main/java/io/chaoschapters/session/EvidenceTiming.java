package io.chaoschapters.session;

import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.run.AnswerMarks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Tells when evidence was gathered: how long after the violation, and whether after the fault. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EvidenceTiming {
  private EvidenceTiming() {}

  /**
   * Of one piece of evidence.
   *
   * @param violated when the violation was raised that was waited for; empty when none was
   * @param run the experiment; null without one
   */
  public static AnswerMarks of(
      Evidence evidence, Optional<Instant> violated, @Nullable ExperimentRun run) {
    Instant taken = evidence.takenAt();
    Double after = violated.map(raised -> seconds(raised, taken)).orElse(null);
    // What is done in a control is to leave nothing to see, so it is asked about when it is over.
    boolean late =
        run != null
            && !run.experiment().isControl()
            && run.faultEndedAt().filter(ended -> ended.isBefore(taken)).isPresent();
    return new AnswerMarks(after, late, List.of(), null);
  }

  /** An observation that raises a violation is evidence of it at the same moment. */
  private static double seconds(Instant raised, Instant taken) {
    return Math.max(0, Duration.between(raised, taken).toMillis() / 1000.0);
  }
}
