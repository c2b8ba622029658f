package io.chaoschapters.stage;

import io.chaoschapters.report.ChapterVerdict;
import org.apiguardian.api.API;

/**
 * What became of one chapter. Times are seconds, NaN where there is none.
 *
 * @param number its place in the run, from 1; 0 when it is not known
 * @param name as the journal names it, such as {@code 03-counter-drift}
 * @param title what the audience reads
 * @param verdict how it ended
 * @param reason why, or empty
 * @param named the anomaly that the diagnoser named, or its verdict; empty when none was asked
 * @param detectSeconds from the injection to the first violation
 * @param diagnoseSeconds from the question to the answer
 * @param recoverSeconds from the rollback to the steady state
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChapterResult(
    int number,
    String name,
    String title,
    ChapterVerdict verdict,
    String reason,
    String named,
    double detectSeconds,
    double diagnoseSeconds,
    double recoverSeconds) {}
