package io.chaoschapters.report.trials;

import io.chaoschapters.run.AgentWork;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.text.RootLocale;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How an agent came to its answers. Those without an answer are among the unreadable ones of the
 * row, and each counts against the agent.
 *
 * @param neverConnected it never reached its tools and said nothing
 * @param noSubmission it ended in order and submitted nothing that can be read
 * @param overBudget it wanted more time, calls or bytes than it may have
 * @param crashed it ended with an error
 * @param peeked it looked where the answer might lie
 * @param usedNoTool it looked at nothing at all, whatever it answered
 * @param calls uses of tools, the median
 * @param bytes that tools answered, the median
 * @param firstCallSeconds from the question to the first use of a tool, the median of those that
 *     used one; null when none did
 * @param isolation what kept it from the rest of the machine, each kind once
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record AgentFigures(
    int neverConnected,
    int noSubmission,
    int overBudget,
    int crashed,
    int peeked,
    int usedNoTool,
    double calls,
    double bytes,
    @Nullable Double firstCallSeconds,
    List<String> isolation) {
  /** The names of the columns, for CSV. */
  static final List<String> COLUMNS =
      List.of(
          "never_connected",
          "no_submission",
          "over_budget",
          "crashed",
          "peeked",
          "used_no_tool",
          "calls_median",
          "tool_bytes_median",
          "first_call_median_s",
          "isolation");

  public AgentFigures {
    isolation = List.copyOf(isolation);
  }

  /** Null when no agent was asked. */
  static @Nullable AgentFigures of(List<TrialAnswer> answers) {
    List<AgentWork> works =
        answers.stream().map(TrialAnswer::work).flatMap(Stream::ofNullable).toList();
    if (works.isEmpty()) {
      return null;
    }
    return new AgentFigures(
        count(works, Ending.NEVER_CONNECTED),
        count(works, Ending.NO_SUBMISSION),
        count(works, Ending.OVER_BUDGET),
        count(works, Ending.CRASHED),
        count(works, Ending.PEEKED),
        (int) works.stream().filter(AgentWork::usedNoTool).count(),
        Objects.requireNonNull(median(works, work -> (double) work.calls())),
        Objects.requireNonNull(median(works, work -> (double) work.bytes())),
        median(works, AgentWork::firstCallSeconds),
        works.stream().map(AgentWork::isolation).distinct().sorted().toList());
  }

  private static int count(List<AgentWork> works, Ending ending) {
    return (int) works.stream().filter(work -> work.ending() == ending).count();
  }

  /** The mean over those that have the value; null when none has. */
  private static @Nullable Double median(
      List<AgentWork> works, Function<AgentWork, @Nullable Double> value) {
    return Times.of(works.stream().map(value).flatMap(Stream::ofNullable).toList()).median();
  }

  /** The values of the columns. */
  List<@Nullable Object> values() {
    return Arrays.asList(
        neverConnected,
        noSubmission,
        overBudget,
        crashed,
        peeked,
        usedNoTool,
        calls,
        bytes,
        firstCallSeconds,
        String.join("; ", isolation));
  }

  /** In one line. */
  String words() {
    return RootLocale.format(
        "never connected %d, no submission %d, over budget %d, crashed %d, peeked %d, used no tool %d; median %.1f calls, %.0f bytes, first call after %s s; %s",
        neverConnected,
        noSubmission,
        overBudget,
        crashed,
        peeked,
        usedNoTool,
        calls,
        bytes,
        firstCallSeconds == null ? "-" : RootLocale.format("%.1f", firstCallSeconds),
        String.join("; ", isolation));
  }

  /** Nothing, for a diagnoser that is no agent. */
  static List<@Nullable Object> nothing() {
    return COLUMNS.stream().map(column -> (Object) "").map(Objects::requireNonNull).toList();
  }
}
