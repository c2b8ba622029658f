package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What came out of one chapter: the event with which it ends, and its entry in {@code
 * summary.json}. Times are in seconds; null means that there was no such thing.
 *
 * @param number its place in the show, from 1; 0 when that is not known
 * @param name its folder name, such as {@code 03-counter-drift}
 * @param title what the audience read
 * @param experiment the experiment it ran
 * @param verdict how it ended
 * @param reason why, when it did not pass; empty otherwise
 * @param expected what the chapter asserted of the answer, where it was rejected; else the anomaly
 *     that the experiment expects; null when the chapter has passed with another
 * @param answered what the diagnoser named: a term, {@code none}, {@code unsure} or {@code invalid}
 * @param diagnoser who answered, with version
 * @param timeToDetect from the injection to the first violation
 * @param timeToDiagnose from the question to the answer
 * @param timeToRecover from the end of the chapter to the steady state, or until it was given up on
 * @param recovery what recovery came to; null where nothing was to recover
 * @param seconds the whole chapter, wall clock
 * @param declaredSeconds the fault, lead-in and settle times that its experiments declare
 * @param overheadSeconds what the extension itself took: neither the method nor waiting for the
 *     experiment, the steady state or the presenter
 * @param inputTokens tokens read by a language model
 * @param outputTokens tokens written by a language model
 * @param marks what to know of the answer beside what it says; null when nobody was asked
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeName("CHAPTER_ENDED")
public record ChapterResult(
    int number,
    String name,
    String title,
    @Nullable String experiment,
    ChapterVerdict verdict,
    String reason,
    @Nullable String expected,
    @Nullable String answered,
    @Nullable String diagnoser,
    @Nullable Double timeToDetect,
    @Nullable Double timeToDiagnose,
    @Nullable Double timeToRecover,
    @Nullable RecoveryOutcome recovery,
    double seconds,
    double declaredSeconds,
    double overheadSeconds,
    @Nullable Integer inputTokens,
    @Nullable Integer outputTokens,
    @Nullable AnswerMarks marks)
    implements ChapterEvent {

  /** The result of a chapter that did not run to its end, so that nothing was measured. */
  public static ChapterResult unmeasured(
      int number,
      String name,
      String title,
      @Nullable String experiment,
      ChapterVerdict verdict,
      String reason) {
    return new ChapterResult(
        number,
        name,
        title,
        experiment,
        verdict,
        reason,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        0,
        0,
        null,
        null,
        null);
  }
}
