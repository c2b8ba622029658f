package io.chaoschapters.report.trials;

import io.chaoschapters.report.trials.TrialHeader.Asked;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** The sums of a table as Markdown, for the page of a build server. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialMarkdown {
  private TrialMarkdown() {}

  /**
   * All lines.
   *
   * @param comparison with a baseline, in Markdown; it comes first, since it decides
   */
  public static List<String> lines(TrialTable table, List<String> comparison) {
    List<String> lines = new ArrayList<>(comparison);
    lines.add("");
    lines.add("| diagnoser | of | " + String.join(" | ", TrialColumns.NAMES) + " |");
    lines.add("| --- | --- |" + " --- |".repeat(TrialColumns.NAMES.size()));
    for (Asked asked : table.header().diagnosers()) {
      for (String sum : List.of(TrialRow.FAULTS, TrialRow.CONTROLS)) {
        table
            .row(asked.id(), sum)
            .ifPresent(
                row ->
                    lines.add(
                        "| "
                            + asked.id()
                            + " | "
                            + sum
                            + " | "
                            + String.join(" | ", TrialColumns.cells(row))
                            + " |"));
      }
    }
    lines.addAll(agents(table));
    return lines;
  }

  private static List<String> agents(TrialTable table) {
    List<String> lines = new ArrayList<>();
    for (Asked asked : table.header().diagnosers()) {
      for (String sum : List.of(TrialRow.FAULTS, TrialRow.CONTROLS)) {
        table
            .row(asked.id(), sum)
            .map(TrialRow::agent)
            .ifPresent(
                agent ->
                    lines.add(RootLocale.format("- %s, %s: %s", asked.id(), sum, agent.words())));
      }
    }
    if (!lines.isEmpty()) {
      lines.addAll(0, List.of("", "How agents came to their answers:", ""));
    }
    return lines;
  }
}
