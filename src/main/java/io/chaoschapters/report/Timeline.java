package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.html.Parts;
import io.chaoschapters.report.html.Texts;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.view.EventWords;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Locale;

/** What happened in a chapter, event by event. */
final class Timeline {
  private static final int MOST_ROWS = 200;

  private final Markup page;
  private final Parts parts;
  private final PlayedChapter chapter;

  Timeline(Markup page, PlayedChapter chapter) {
    this.page = page;
    this.parts = new Parts(page);
    this.chapter = chapter;
  }

  void write() {
    List<JournalEntry> entries = chapter.view().entries();
    if (entries.isEmpty()) {
      return;
    }
    page.leaf("h3", "Record");
    parts.details(
        "What happened, event by event",
        () -> {
          parts.table(
              "Events of " + chapter.title(),
              List.of("At", "Event", "Details"),
              () -> entries.stream().limit(MOST_ROWS).forEach(this::row));
          if (entries.size() > MOST_ROWS) {
            parts.note(
                RootLocale.format(
                    "Cut here: %d of %d events are shown. All of them are in %s.",
                    MOST_ROWS, entries.size(), RunRecord.JOURNAL));
          }
        });
  }

  private void row(JournalEntry entry) {
    EventWords words = EventWords.of(entry.event());
    parts.row(
        Texts.moment(chapter.since(entry.elapsed())),
        List.of(words.word().toLowerCase(Locale.ROOT), words.text()));
  }
}
