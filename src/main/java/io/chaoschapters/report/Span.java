package io.chaoschapters.report;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;

/**
 * A span of time in which a fault was there.
 *
 * @param from seconds since the chapter began
 * @param to seconds since the chapter began
 * @param ended false when the journal does not say that it ended
 */
record Span(double from, double to, boolean ended) {

  static List<Span> faults(ChapterRecord chapter) {
    List<Span> spans = new ArrayList<>();
    double since = Double.NaN;
    for (JournalEvent event : chapter.events()) {
      if (event.type() == EventType.FAULT_INJECTED) {
        since = event.elapsed() - chapter.from();
      } else if (event.type() == EventType.FAULT_ENDED && !Double.isNaN(since)) {
        spans.add(new Span(since, event.elapsed() - chapter.from(), true));
        since = Double.NaN;
      }
    }
    if (!Double.isNaN(since)) {
      spans.add(new Span(since, chapter.to() - chapter.from(), false));
    }
    return spans;
  }

  String words() {
    return ended
        ? RootLocale.format("Fault from %s to %s.", Texts.moment(from), Texts.moment(to))
        : RootLocale.format("Fault from %s on; its end is not in the journal.", Texts.moment(from));
  }
}
