package io.chaoschapters.report.trials;

import io.chaoschapters.report.trials.TrialHeader.Asked;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** The table as text, for a log and for documents. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialText {
  private TrialText() {}

  public static List<String> lines(TrialTable table) {
    List<String> lines = new ArrayList<>(head(table));
    for (Asked asked : table.header().diagnosers()) {
      lines.add("");
      lines.add(
          RootLocale.format(
              "%s (%s)%s",
              asked.id(), asked.version(), asked.baseline() ? ", a trivial baseline" : ""));
      lines.addAll(rows(asked.baseline() ? sums(table.of(asked.id())) : table.of(asked.id())));
    }
    if (!table.failures().isEmpty()) {
      lines.add("");
      lines.add("Trials that were not measured:");
      table.failures().forEach(failure -> lines.add("  " + failure));
    }
    return List.copyOf(lines);
  }

  /** What was tried, in sentences. */
  public static List<String> head(TrialTable table) {
    TrialHeader header = table.header();
    List<String> lines = new ArrayList<>();
    lines.add(
        RootLocale.format(
            "Trials of %s: %d of %d done, %d experiments, %d %% of the trials are controls; seed %d.",
            header.subject(),
            table.done(),
            header.planned(),
            header.experiments().size(),
            Math.round(100.0 * header.controls() / Math.max(1, header.planned())),
            header.seed()));
    lines.add("Runtime: " + table.runtime() + ".");
    if (!table.standIn().isEmpty()) {
      lines.add("Stand-in: " + table.standIn() + ".");
    }
    lines.add(
        "Times are median and 95th percentile; 'asked' is from the violation to the evidence. 'After fault' counts evidence that was gathered when the fault had ended, 'said by system' right answers that stand in the system's own words. Errors are trials without an answer, skipped are those that this runtime cannot make; neither are among the answers that are counted as right or not.");
    for (String baseline : table.goodBaselines()) {
      lines.add(
          RootLocale.format(
              "Beware: the trivial baseline '%s' is mostly right, so these experiments tell little of a diagnoser.",
              baseline));
    }
    return lines;
  }

  private static List<TrialRow> sums(List<TrialRow> rows) {
    return rows.stream()
        .filter(
            row ->
                row.experiment().equals(TrialRow.FAULTS)
                    || row.experiment().equals(TrialRow.CONTROLS))
        .toList();
  }

  private static List<String> rows(List<TrialRow> rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(cells("experiment", TrialColumns.NAMES));
    rows.forEach(row -> cells.add(cells(row.experiment(), TrialColumns.cells(row))));
    int[] widths = new int[cells.get(0).size()];
    for (List<String> line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return cells.stream().map(line -> line(line, widths)).toList();
  }

  private static List<String> cells(String first, List<String> others) {
    List<String> cells = new ArrayList<>();
    cells.add(first);
    cells.addAll(others);
    return cells;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("  ");
    for (int i = 0; i < widths.length; i++) {
      line.append(RootLocale.format("%-" + widths[i] + "s  ", cells.get(i)));
    }
    return line.toString().stripTrailing();
  }
}
