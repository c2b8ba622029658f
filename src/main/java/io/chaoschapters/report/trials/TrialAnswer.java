package io.chaoschapters.report.trials;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.run.AgentWork;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What one diagnoser made of the evidence of a trial.
 *
 * @param diagnoser its id
 * @param grade how the answer compares with the expectation; null when there was no answer
 * @param answered the answer in a few words; empty when there was none
 * @param reason the comparison, or why there was no answer
 * @param seconds from the evidence to the verdict; null when there was no answer
 * @param promptTokens tokens read, or null when not counted
 * @param answerTokens tokens written, or null when not counted
 * @param cost in US dollars, or null when unknown
 * @param work how an agent came to it; null when no agent was asked
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialAnswer(
    String diagnoser,
    Grade.@Nullable Outcome grade,
    String answered,
    String reason,
    @Nullable Double seconds,
    @Nullable Integer promptTokens,
    @Nullable Integer answerTokens,
    @Nullable Double cost,
    @Nullable AgentWork work) {

  /** There was no answer. */
  public static TrialAnswer error(String diagnoser, String reason) {
    return new TrialAnswer(diagnoser, null, "", reason, null, null, null, null, null);
  }
}
