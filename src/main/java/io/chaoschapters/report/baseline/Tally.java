package io.chaoschapters.report.baseline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a diagnoser achieved in one experiment.
 *
 * @param experiment its name
 * @param control whether the right answer is that nothing is wrong
 * @param answers graded answers; unsure and unreadable ones are among them and are not right
 * @param right right answers
 * @param falseAlarms answers that something is wrong where nothing is
 * @param unanswered trials without an answer: no evidence, or a diagnoser that failed
 * @param seconds median time of a diagnosis; null when none was measured
 * @param tokens tokens read and written; null when they were not counted
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tally(
    String experiment,
    boolean control,
    int answers,
    int right,
    int falseAlarms,
    int unanswered,
    @Nullable Double seconds,
    @Nullable Long tokens) {
  /** Checks the numbers. */
  public Tally {
    if (right < 0 || falseAlarms < 0 || unanswered < 0 || right + falseAlarms > answers) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "%d right and %d false alarms of %d answers are no tally of %s.",
              right, falseAlarms, answers, experiment));
    }
  }

  /** Whether every answer is right, and there is one. */
  public boolean isAllRight() {
    return answers > 0 && right == answers;
  }
}
