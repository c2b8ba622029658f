package io.chaoschapters.report;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.text.RootLocale;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What happened in a chapter, event by event. */
final class Timeline {
  private static final int MOST_ROWS = 200;
  private static final Set<EventType> LEFT_OUT =
      EnumSet.of(EventType.OBSERVED, EventType.DIAGNOSIS_TEXT, EventType.CHAPTER_SCHEDULED);

  private final Markup page;
  private final Parts parts;
  private final ChapterRecord chapter;

  Timeline(Markup page, ChapterRecord chapter) {
    this.page = page;
    this.parts = new Parts(page);
    this.chapter = chapter;
  }

  void write() {
    List<JournalEvent> events =
        chapter.events().stream().filter(event -> !LEFT_OUT.contains(event.type())).toList();
    if (events.isEmpty()) {
      return;
    }
    page.leaf("h3", "Record");
    parts.details(
        "What happened, event by event",
        () -> {
          parts.table(
              "Events of " + chapter.title(),
              List.of("At", "Event", "Details"),
              () -> events.stream().limit(MOST_ROWS).forEach(this::row));
          if (events.size() > MOST_ROWS) {
            parts.note(
                RootLocale.format(
                    "Cut here: %d of %d events are shown. All of them are in %s.",
                    MOST_ROWS, events.size(), RunRecord.JOURNAL));
          }
        });
  }

  private void row(JournalEvent event) {
    parts.row(
        Texts.moment(event.elapsed() - chapter.from()),
        List.of(event.type().name().toLowerCase(Locale.ROOT).replace('_', ' '), text(event)));
  }

  private static String text(JournalEvent event) {
    for (String key :
        List.of(
            "sentence",
            "statement",
            "what",
            "reason",
            "command",
            "text",
            "fault",
            "load",
            "expected",
            "verdict",
            "diagnoser")) {
      if (!event.text(key).isBlank()) {
        return event.text(key);
      }
    }
    double seconds = event.number("seconds");
    return Double.isNaN(seconds) ? "" : "took " + Texts.duration(seconds);
  }
}
