package io.chaoschapters.report.trials;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What one diagnoser achieved in the trials of one experiment, or of all faults or controls.
 *
 * <p>Right, wrong, missed, false alarms, unsure and unreadable together are the answers that were
 * graded; errors and skipped are trials without an answer, and are not among them.
 *
 * @param diagnoser its id
 * @param experiment the experiment's name, or {@link #FAULTS} or {@link #CONTROLS}
 * @param expected the right answer in words; empty for a sum
 * @param planned trials that are planned
 * @param right answers that are the expected one, of those that were graded
 * @param wrong answers that name another anomaly, or more than there are
 * @param missed answers that nothing is wrong where something is
 * @param falseAlarms answers that something is wrong where nothing is
 * @param unsure answers that do not commit themselves where they should
 * @param unreadable answers that could not be read, and agents that gave none
 * @param errors trials without an answer: no evidence, or a diagnoser that failed
 * @param skipped trials that the runtime cannot make
 * @param detect from the injection to the first violation
 * @param asked from the violation that was waited for to the evidence
 * @param afterFault trials whose evidence was gathered after the fault had ended
 * @param namedBySystem right answers whose term the system itself names, which need no diagnosis
 * @param diagnose from the evidence to the verdict
 * @param promptTokens tokens read, or null when not counted
 * @param answerTokens tokens written, or null when not counted
 * @param cost in US dollars, or null when unknown
 * @param agent how an agent came to its answers; null when the diagnoser is none
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialRow(
    String diagnoser,
    String experiment,
    String expected,
    int planned,
    Proportion right,
    int wrong,
    int missed,
    int falseAlarms,
    int unsure,
    int unreadable,
    int errors,
    int skipped,
    Times detect,
    Times asked,
    int afterFault,
    int namedBySystem,
    Times diagnose,
    @Nullable Long promptTokens,
    @Nullable Long answerTokens,
    @Nullable Double cost,
    @Nullable AgentFigures agent) {
  /** Tables of before it was measured do not say when evidence was gathered. */
  public TrialRow {
    asked = asked == null ? Times.of(List.of()) : asked;
  }

  /** The row that sums up all experiments with an anomaly. */
  public static final String FAULTS = "all faults";

  /** The row that sums up all experiments without one. */
  public static final String CONTROLS = "all controls";
}
