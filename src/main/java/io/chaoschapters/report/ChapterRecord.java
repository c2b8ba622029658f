package io.chaoschapters.report;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one chapter.
 *
 * @param name its folder's name
 * @param number its place in the show; 0 when that is not known
 * @param title what the audience read
 * @param narration may be empty
 * @param result null when the run ended before the chapter did
 * @param events what happened in its last attempt, without observations
 * @param observed the observations of its last attempt
 * @param attempts how often it began
 * @param folder where its artefacts are; need not exist
 */
record ChapterRecord(
    String name,
    int number,
    String title,
    String narration,
    @Nullable ChapterResult result,
    List<JournalEvent> events,
    List<JournalEvent> observed,
    int attempts,
    Path folder) {
  ChapterRecord {
    events = List.copyOf(events);
    observed = List.copyOf(observed);
  }

  Outcome outcome() {
    if (result != null) {
      return Outcome.of(result.verdict());
    }
    return attempts > 0 ? Outcome.cutOff() : Outcome.notRun();
  }

  /** Why it did not pass; empty when it did, or when that is not known. */
  String reason() {
    if (result != null) {
      return result.reason();
    }
    return last(EventType.CHAPTER_JUDGED)
        .map(e -> RootLocale.format("Judged '%s' before the run was cut off.", e.text("verdict")))
        .orElse("");
  }

  Optional<JournalEvent> last(EventType type) {
    return all(type).stream().reduce((first, second) -> second);
  }

  List<JournalEvent> all(EventType type) {
    return events.stream().filter(event -> event.type() == type).toList();
  }

  /** When its last attempt began, in seconds since the run's start. */
  double from() {
    return events.isEmpty() ? 0 : events.get(0).elapsed();
  }

  /** When it was over, or the last thing that is known of it. */
  double to() {
    double lastEvent = events.isEmpty() ? 0 : events.get(events.size() - 1).elapsed();
    double lastSeen = observed.isEmpty() ? 0 : observed.get(observed.size() - 1).elapsed();
    return all(EventType.CHAPTER_ENDED).isEmpty() ? Math.max(lastEvent, lastSeen) : lastEvent;
  }

  /** The page's address of it. */
  String anchor() {
    return "chapter-" + name.replaceAll("[^A-Za-z0-9-]", "-");
  }
}
