package io.chaoschapters.report.trials;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chaoschapters.run.AnswerMarks;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One trial: an experiment that was performed once, and what each diagnoser answered.
 *
 * @param number its place in the plan, from 1
 * @param experiment the experiment's name
 * @param outcome what became of it
 * @param reason why, unless it was measured; empty otherwise
 * @param began when
 * @param seconds all of it, recovery and answers included
 * @param detectSeconds from the injection to the first violation; null when there was none
 * @param answers one a diagnoser, baselines included; empty when no diagnoser was asked
 * @param marks what to know of the answer, of the terms that the system itself names those that are
 *     expected; null when no diagnoser was asked
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialResult(
    int number,
    String experiment,
    TrialOutcome outcome,
    String reason,
    Instant began,
    double seconds,
    @Nullable Double detectSeconds,
    List<TrialAnswer> answers,
    @Nullable AnswerMarks marks) {
  public TrialResult {
    answers = List.copyOf(answers);
  }
}
