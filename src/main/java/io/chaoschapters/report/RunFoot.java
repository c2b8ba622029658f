package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.text.RootLocale;

/** The foot of the page: where it comes from. */
final class RunFoot {
  private final Markup page;
  private final RunRecord run;

  RunFoot(Markup page, RunRecord run) {
    this.page = page;
    this.run = run;
  }

  void write() {
    page.leaf(
        "p",
        RootLocale.format(
            "Made from %s and %s of run %s.",
            RunRecord.SUMMARY,
            RunRecord.JOURNAL,
            run.summary().map(RunSummary::run).orElse(String.valueOf(run.folder().getFileName()))));
    run.damaged()
        .forEach(
            name -> page.leaf("p", name + " is damaged: what is here comes from the other files."));
    if (!run.hasSummary() && !run.damaged().contains(RunRecord.SUMMARY)) {
      page.leaf("p", RunRecord.SUMMARY + " is missing: no chapter had ended.");
    }
    if (!run.hasJournal()) {
      page.leaf("p", RunRecord.JOURNAL + " is missing or empty: there are no plots and no times.");
    }
    int unreadable = run.unreadableLines();
    if (unreadable > 0) {
      page.leaf(
          "p",
          RootLocale.format(
              "%d %s of the journal could not be read and %s left out.",
              unreadable, unreadable == 1 ? "line" : "lines", unreadable == 1 ? "was" : "were"));
    }
  }
}
