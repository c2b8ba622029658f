package io.chaoschapters.report;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.text.RootLocale;
import java.util.List;

/** One chapter of the page. */
final class ChapterPart {
  private final Markup page;
  private final Parts parts;
  private final ChapterRecord chapter;
  private final SignalInfos signals;

  ChapterPart(Markup page, ChapterRecord chapter, SignalInfos signals) {
    this.page = page;
    this.parts = new Parts(page);
    this.chapter = chapter;
    this.signals = signals;
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
    page.leaf("h2", VerdictTable.titled(chapter), "id", chapter.anchor() + "-head");
    page.in("p", () -> chapter.outcome().write(page), "class", "outcome");
    if (!chapter.reason().isBlank()) {
      page.leaf("p", chapter.reason(), "class", "callout");
    }
    chapter.events().stream()
        .filter(event -> event.type() == EventType.CHAPTER_SKIPPED)
        .map(event -> event.text("reason"))
        .filter(reason -> !reason.isBlank() && !reason.equals(chapter.reason()))
        .forEach(reason -> page.leaf("p", reason, "class", "callout"));
    if (!chapter.narration().isBlank()) {
      page.leaf("p", chapter.narration(), "class", "narration");
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
    new PlotsPart(page, chapter, signals).write();
    violations();
    new DiagnosisPart(page, chapter).write();
    new Timeline(page, chapter).write();
  }

  private void times() {
    ChapterResult result = chapter.result();
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
    List<JournalEvent> raised = chapter.all(EventType.VIOLATION_RAISED);
    if (raised.isEmpty()) {
      return;
    }
    page.leaf("h3", "Violations");
    parts.table(
        "Invariants out of bounds in " + chapter.title(),
        List.of("Invariant", "Raised at", "Bound", "Measured then", "In bounds again"),
        () -> raised.forEach(this::violation));
  }

  private void violation(JournalEvent raised) {
    String unit = raised.text("unit");
    String component = raised.text("component");
    parts.row(
        raised.text("statement") + (component.isEmpty() ? "" : " (" + component + ")"),
        List.of(
            Texts.moment(raised.elapsed() - chapter.from()),
            raised.text("bound") + (unit.isEmpty() ? "" : " " + unit),
            Texts.quantity(raised.number("measured"), unit),
            cleared(raised)));
  }

  private String cleared(JournalEvent raised) {
    return chapter.all(EventType.VIOLATION_CLEARED).stream()
        .filter(event -> event.sequence() > raised.sequence())
        .filter(event -> event.text("invariant").equals(raised.text("invariant")))
        .filter(event -> event.text("component").equals(raised.text("component")))
        .findFirst()
        .map(event -> "at " + Texts.moment(event.elapsed() - chapter.from()))
        .orElse("not in this chapter");
  }
}
