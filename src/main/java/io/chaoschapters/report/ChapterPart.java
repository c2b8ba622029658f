package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.html.Parts;
import io.chaoschapters.report.html.Texts;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.run.view.RunFacts;
import io.chaoschapters.run.view.ViolationView;
import io.chaoschapters.text.RootLocale;
import java.util.List;

/** One chapter of the page. */
final class ChapterPart {
  private final Markup page;
  private final Parts parts;
  private final PlayedChapter chapter;
  private final RunFacts facts;

  ChapterPart(Markup page, PlayedChapter chapter, RunFacts facts) {
    this.page = page;
    this.parts = new Parts(page);
    this.chapter = chapter;
    this.facts = facts;
  }

  void write() {
    String head = chapter.anchor() + "-head";
    page.in(
        "section",
        this::content,
        "id",
        chapter.anchor(),
        "class",
        "chapter",
        "aria-labelledby",
        head);
  }

  private void content() {
    ChapterView view = chapter.view();
    page.leaf("h2", VerdictTable.titled(view), "id", chapter.anchor() + "-head");
    page.in("p", () -> Outcome.of(view).write(page), "class", "outcome");
    String reason = reason(view);
    if (!reason.isBlank()) {
      page.leaf("p", reason, "class", "callout");
    }
    if (!view.narration().isBlank()) {
      page.leaf("p", view.narration(), "class", "narration");
    }
    if (chapter.attempts() > 1) {
      parts.note(
          RootLocale.format(
              "Attempt %d; the earlier ones are in the journal.", chapter.attempts()));
    }
    if (chapter.attempts() == 0) {
      return;
    }
    times();
    new ExperimentPart(page, chapter).write();
    new PlotsPart(page, chapter, facts).write();
    violations();
    new DiagnosisPart(page, chapter).write();
    new Timeline(page, chapter).write();
  }

  /** Why it did not pass; empty when it did, or when that is not known. */
  private static String reason(ChapterView view) {
    if (view.result() != null) {
      return view.result().reason();
    }
    return view.judged() == null
        ? ""
        : RootLocale.format("Judged '%s' before the run was cut off.", view.judged().verdict());
  }

  private void times() {
    ChapterResult result = chapter.view().result();
    if (result == null) {
      return;
    }
    page.in(
        "dl",
        () -> {
          if (result.expected() != null) {
            parts.fact("Expected", result.expected());
            parts.fact("Answered", Texts.orNone(result.answered()));
          }
          if (result.timeToDetect() != null) {
            parts.fact("Detected after", Texts.duration(result.timeToDetect()));
          }
          if (result.timeToDiagnose() != null) {
            parts.fact("Diagnosed in", Texts.duration(result.timeToDiagnose()));
          }
          if (result.timeToRecover() != null) {
            parts.fact("Recovered in", VerdictTable.recovered(result));
          }
          parts.fact("Whole chapter", Texts.duration(result.seconds()));
          parts.fact("Overhead", Texts.duration(result.overheadSeconds()));
        },
        "class",
        "times");
  }

  private void violations() {
    List<ViolationView> violations = chapter.view().violations();
    if (violations.isEmpty()) {
      return;
    }
    page.leaf("h3", "Violations");
    parts.table(
        "Invariants out of bounds in " + chapter.title(),
        List.of("Invariant", "Raised at", "Bound", "Measured then", "In bounds again"),
        () -> violations.forEach(this::violation));
  }

  private void violation(ViolationView violation) {
    ViolationEvent.Raised raised = violation.raised();
    String unit = raised.unit();
    String component = raised.component() == null ? "" : " (" + raised.component() + ")";
    parts.row(
        raised.statement() + component,
        List.of(
            Texts.moment(chapter.since(violation.raisedAt())),
            raised.bound() + (unit.isEmpty() ? "" : " " + unit),
            Texts.quantity(raised.measured(), unit),
            cleared(violation)));
  }

  private String cleared(ViolationView violation) {
    return violation.isOver()
        ? RootLocale.format(
            "at %s, after %s",
            Texts.moment(chapter.since(violation.clearedAt())), Texts.duration(violation.seconds()))
        : "not in this chapter";
  }
}
