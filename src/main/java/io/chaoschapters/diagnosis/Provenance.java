package io.chaoschapters.diagnosis;

import io.chaoschapters.run.AgentWork;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Who gave an answer, from what, and at what price.
 *
 * @param diagnoser the diagnoser's id
 * @param version the diagnoser's version, its model's name included
 * @param seconds from the evidence to the verdict
 * @param promptTokens tokens read, or null when not counted
 * @param answerTokens tokens written, or null when not counted
 * @param cost in US dollars, or null when unknown
 * @param prompt the whole text that the model was given, of all questions when it was asked several
 * @param rawAnswer what the model gave back last, unread
 * @param ending how that came to its end
 * @param questions how often the model was asked, at least 1
 * @param work how an agent came to it; null when no agent was asked
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Provenance(
    String diagnoser,
    String version,
    double seconds,
    @Nullable Integer promptTokens,
    @Nullable Integer answerTokens,
    @Nullable Double cost,
    String prompt,
    String rawAnswer,
    Ending ending,
    int questions,
    @Nullable AgentWork work) {

  /** Made by the framework. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Provenance {}

  /** How an agent came to it; null when no agent was asked. */
  @Override
  @API(status = API.Status.INTERNAL, since = "0.1")
  public @Nullable AgentWork work() {
    return work;
  }

  /** How a model's answer came to its end. */
  public enum Ending {
    /** The model had said all it wanted to say. */
    COMPLETE,
    /** It reached its token limit. */
    TRUNCATED,
    /** It refused to answer. */
    REFUSED
  }

  /** A whole answer to one question, whose tokens and cost are not counted. */
  public static Provenance of(
      String diagnoser, String version, double seconds, String prompt, String rawAnswer) {
    return new Provenance(
        diagnoser, version, seconds, null, null, null, prompt, rawAnswer, Ending.COMPLETE, 1, null);
  }
}
