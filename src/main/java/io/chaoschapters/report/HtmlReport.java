package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.run.file.WholeFile;
import io.chaoschapters.run.view.ChapterView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * Writes {@code report.html}: one page a run that needs no network and no other file.
 *
 * <p>It is made from what the run left in its folder, so that it can be made again later, also of a
 * run that was cut off. What is missing is said to be missing.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HtmlReport {
  private final RunRecord run;
  private final Markup page = new Markup();

  private HtmlReport(RunRecord run) {
    this.run = run;
  }

  /**
   * Writes the page of a run into its folder, in place of an earlier one.
   *
   * @param runFolder a folder such as {@code target/chapters/<subject>/<run>}
   * @return the page's path
   * @throws IllegalArgumentException when the folder holds neither a summary nor a journal
   * @throws UncheckedIOException when it cannot be read or written
   */
  public static Path write(Path runFolder) {
    String html = new HtmlReport(RunRecord.read(runFolder)).html();
    Path file = runFolder.resolve("report.html");
    try {
      return WholeFile.write(file, html);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ". Is there free space left?", e);
    }
  }

  private String html() {
    return WholePage.write(page, run.title() + " – Chaos Chapters report", this::body);
  }

  private void body() {
    page.leaf("a", "Skip to the verdicts", "class", "skip", "href", "#verdicts");
    page.in("header", () -> new RunHead(page, run).write());
    page.in(
        "main",
        () -> {
          TrialTable trials = run.trials();
          if (trials == null) {
            chapters();
          } else {
            new TrialsPart(page, trials).write();
          }
        });
    page.in("footer", () -> new RunFoot(page, run).write());
  }

  private void chapters() {
    new VerdictTable(page, run.chapters()).write();
    for (ChapterView chapter : run.chapters()) {
      PlayedChapter played = PlayedChapter.of(run.view(), chapter);
      new ChapterPart(page, played, run.view().facts()).write();
    }
  }
}
