package io.chaoschapters.report.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The table as comma-separated values (RFC 4180), full precision, nothing for what is unknown. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialCsv {
  private static final String COLUMNS =
      "diagnoser,experiment,expected,planned,answers,right,right_low,right_high,wrong,missed,"
          + "false_alarms,unsure,unreadable,errors,skipped,detect_median_s,detect_p95_s,asked_median_s,asked_p95_s,after_fault,named_by_system,"
          + "diagnose_median_s,diagnose_p95_s,prompt_tokens,answer_tokens,cost_usd";

  private TrialCsv() {}

  /** All lines, the names of the columns first. */
  public static String text(TrialTable table) {
    List<String> lines = new ArrayList<>();
    lines.add(COLUMNS + "," + String.join(",", AgentFigures.COLUMNS));
    table.rows().forEach(row -> lines.add(line(row)));
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String line(TrialRow row) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(row.diagnoser());
    values.add(row.experiment());
    values.add(row.expected());
    values.add(row.planned());
    values.add(row.right().of());
    values.add(row.right().hits());
    values.add(row.right().low());
    values.add(row.right().high());
    values.add(row.wrong());
    values.add(row.missed());
    values.add(row.falseAlarms());
    values.add(row.unsure());
    values.add(row.unreadable());
    values.add(row.errors());
    values.add(row.skipped());
    values.add(row.detect().median());
    values.add(row.detect().percentile95());
    values.add(row.asked().median());
    values.add(row.asked().percentile95());
    values.add(row.afterFault());
    values.add(row.namedBySystem());
    values.add(row.diagnose().median());
    values.add(row.diagnose().percentile95());
    values.add(row.promptTokens());
    values.add(row.answerTokens());
    values.add(row.cost());
    AgentFigures agent = row.agent();
    values.addAll(agent == null ? AgentFigures.nothing() : agent.values());
    return values.stream()
        .map(value -> quoted(Objects.toString(value, "")))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
