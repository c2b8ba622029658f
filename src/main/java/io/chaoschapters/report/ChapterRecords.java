package io.chaoschapters.report;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what summary and journal know of each chapter. */
final class ChapterRecords {
  private ChapterRecords() {}

  static List<ChapterRecord> of(
      Path folder, @Nullable RunSummary summary, List<JournalEvent> events) {
    Map<String, ChapterResult> results = new LinkedHashMap<>();
    if (summary != null) {
      summary.chapters().forEach(result -> results.put(result.name(), result));
    }
    Map<String, List<JournalEvent>> byChapter = new LinkedHashMap<>();
    results.keySet().forEach(name -> byChapter.put(name, new ArrayList<>()));
    for (JournalEvent event : events) {
      if (event.chapter() != null) {
        byChapter.computeIfAbsent(event.chapter(), name -> new ArrayList<>()).add(event);
      }
    }
    List<ChapterRecord> chapters = new ArrayList<>();
    byChapter.forEach((name, own) -> chapters.add(chapter(folder, name, results.get(name), own)));
    chapters.sort(Comparator.comparingInt(ChapterRecord::number));
    return chapters;
  }

  private static ChapterRecord chapter(
      Path folder, String name, @Nullable ChapterResult result, List<JournalEvent> events) {
    @Nullable JournalEvent scheduled = latest(events, EventType.CHAPTER_SCHEDULED);
    List<JournalEvent> attempt = lastAttempt(events);
    return new ChapterRecord(
        name,
        result != null ? result.number() : number(scheduled),
        result != null ? result.title() : scheduled == null ? name : scheduled.text("title"),
        scheduled == null ? "" : scheduled.text("narration"),
        result,
        attempt.stream().filter(event -> event.type() != EventType.OBSERVED).toList(),
        attempt.stream().filter(event -> event.type() == EventType.OBSERVED).toList(),
        (int) events.stream().filter(e -> e.type() == EventType.CHAPTER_STARTED).count(),
        folder.resolve("chapters").resolve(name));
  }

  private static int number(@Nullable JournalEvent scheduled) {
    double number = scheduled == null ? Double.NaN : scheduled.number("number");
    return Double.isNaN(number) ? 0 : (int) number;
  }

  private static @Nullable JournalEvent latest(List<JournalEvent> events, EventType type) {
    return events.stream().filter(e -> e.type() == type).reduce((a, b) -> b).orElse(null);
  }

  /** From the last start on to its end; what follows is waiting for the next chapter. */
  private static List<JournalEvent> lastAttempt(List<JournalEvent> events) {
    int from = -1;
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).type() == EventType.CHAPTER_STARTED) {
        from = i;
      }
    }
    if (from < 0) {
      return events.stream().filter(e -> e.type() == EventType.CHAPTER_SKIPPED).toList();
    }
    List<JournalEvent> attempt = new ArrayList<>();
    for (JournalEvent event : events.subList(from, events.size())) {
      attempt.add(event);
      if (event.type() == EventType.CHAPTER_ENDED) {
        break;
      }
    }
    return attempt;
  }
}
