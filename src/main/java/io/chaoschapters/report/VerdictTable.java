package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.html.Parts;
import io.chaoschapters.report.html.Texts;
import io.chaoschapters.run.AnswerMarks;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.view.ChapterView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All chapters and what came out of them; each title leads to its chapter. */
final class VerdictTable {
  private static final List<String> COLUMNS =
      List.of(
          "Chapter",
          "Verdict",
          "Expected",
          "Answered",
          "Detected after",
          "Diagnosed in",
          "Recovered in");

  private final Markup page;
  private final List<ChapterView> chapters;

  VerdictTable(Markup page, List<ChapterView> chapters) {
    this.page = page;
    this.chapters = chapters;
  }

  void write() {
    Parts parts = new Parts(page);
    parts.verdicts(
        "Verdicts",
        () -> {
          if (chapters.isEmpty()) {
            parts.note("No chapter was run.");
            return;
          }
          parts.table("Verdict of each chapter", COLUMNS, () -> chapters.forEach(this::row));
          chapters.stream()
              .flatMap(chapter -> measured(chapter.result()).stream())
              .distinct()
              .forEach(parts::note);
        });
  }

  /** Who answered, and what is known of how often they are right here. */
  private static Optional<String> measured(@Nullable ChapterResult result) {
    AnswerMarks marks = result == null ? null : result.marks();
    return marks == null || marks.measured() == null
        ? Optional.empty()
        : Optional.of(result.diagnoser() + ": " + marks.measured());
  }

  private void row(ChapterView chapter) {
    ChapterResult result = chapter.result();
    page.in(
        "tr",
        () -> {
          page.in(
              "th",
              () -> page.leaf("a", titled(chapter), "href", "#" + PlayedChapter.anchor(chapter)),
              "scope",
              "row");
          page.in("td", () -> Outcome.of(chapter).write(page));
          page.leaf("td", Texts.orNone(result == null ? null : result.expected()));
          page.leaf("td", Texts.orNone(result == null ? null : result.answered()));
          time(result == null ? null : result.timeToDetect());
          time(result == null ? null : result.timeToDiagnose());
          page.leaf("td", recovered(result), "class", "figure");
        });
  }

  private void time(@Nullable Double seconds) {
    page.leaf("td", Texts.duration(seconds), "class", "figure");
  }

  /** The time is that of the attempt, also where it failed; then the time says nothing. */
  static String recovered(@Nullable ChapterResult result) {
    if (result == null || result.timeToRecover() == null) {
      return Texts.NONE;
    }
    if (result.recovery() == RecoveryOutcome.CUT_SHORT) {
      return result.recovery().words();
    }
    boolean back = result.recovery() == null || result.recovery() == RecoveryOutcome.RECOVERED;
    return back ? Texts.duration(result.timeToRecover()) : "✗ not recovered";
  }

  static String titled(ChapterView chapter) {
    return chapter.number() > 0 ? chapter.number() + ". " + chapter.title() : chapter.title();
  }
}
