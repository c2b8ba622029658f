package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.html.Parts;
import io.chaoschapters.report.trials.TrialColumns;
import io.chaoschapters.report.trials.TrialHeader.Asked;
import io.chaoschapters.report.trials.TrialRow;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.report.trials.TrialText;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;

/** The table of trials: all diagnosers side by side, then each of them by experiment. */
final class TrialsPart {
  private final Markup page;
  private final Parts parts;
  private final TrialTable table;

  TrialsPart(Markup page, TrialTable table) {
    this.page = page;
    this.parts = new Parts(page);
    this.table = table;
  }

  void write() {
    parts.verdicts(
        "Trials",
        () -> {
          TrialText.head(table).forEach(parts::note);
          parts.table("All diagnosers", columns("Diagnoser"), this::sums);
          table.header().diagnosers().forEach(this::diagnoser);
          if (!table.failures().isEmpty()) {
            page.leaf("h3", "Trials that were not measured");
            page.in("ul", () -> table.failures().forEach(failure -> page.leaf("li", failure)));
          }
        });
  }

  private static List<String> columns(String first) {
    List<String> columns = new ArrayList<>();
    columns.add(first);
    columns.addAll(TrialColumns.NAMES);
    return columns;
  }

  private void sums() {
    for (Asked asked : table.header().diagnosers()) {
      for (String sum : List.of(TrialRow.FAULTS, TrialRow.CONTROLS)) {
        table
            .row(asked.id(), sum)
            .ifPresent(row -> parts.row(asked.id() + ", " + sum, TrialColumns.cells(row)));
      }
    }
  }

  private void diagnoser(Asked asked) {
    Runnable rows =
        () ->
            table
                .of(asked.id())
                .forEach(row -> parts.row(row.experiment(), TrialColumns.cells(row)));
    String name = RootLocale.format("%s, %s", asked.id(), asked.version());
    if (asked.baseline()) {
      parts.details(
          asked.id() + ", a trivial baseline",
          () -> parts.table(name, columns("Experiment"), rows));
    } else {
      page.leaf("h3", asked.id());
      parts.table(name, columns("Experiment"), rows);
    }
  }
}
