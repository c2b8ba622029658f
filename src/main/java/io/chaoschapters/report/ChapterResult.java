package io.chaoschapters.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What came out of one chapter. Times are in seconds; null means that there was no such thing.
 *
 * @param number its place in the show
 * @param name its folder name, such as {@code 03-counter-drift}
 * @param title what the audience read
 * @param experiment the experiment it ran, or null
 * @param verdict how it ended
 * @param reason why, when it did not pass; empty otherwise
 * @param expected the anomaly that the experiment expects, or null
 * @param answered what the diagnoser named: a term, {@code none} or {@code unsure}, or null
 * @param diagnoser who answered, with version, or null
 * @param timeToDetect from the injection to the first violation
 * @param timeToDiagnose from the question to the answer
 * @param timeToRecover from the end of the chapter to the steady state
 * @param recovery what recovery came to, or null where nothing was to recover
 * @param seconds the whole chapter, wall clock
 * @param declaredSeconds the fault, lead-in and settle times that its experiments declare
 * @param overheadSeconds what the extension itself took: neither the method nor waiting for the
 *     experiment, the steady state or the presenter
 * @param inputTokens tokens read by a language model
 * @param outputTokens tokens written by a language model
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@JsonInclude(JsonInclude.Include.NON_NULL)
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
    @Nullable String recovery,
    double seconds,
    double declaredSeconds,
    double overheadSeconds,
    @Nullable Integer inputTokens,
    @Nullable Integer outputTokens) {}
