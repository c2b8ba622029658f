package io.chaoschapters.report;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a run leaves behind, as the framework does it, into a folder. */
final class SampleRun {
  static final String FAULT_CHAPTER = "02-the-tank-overflows";

  final Path folder;
  private final Journal journal;

  SampleRun(Path folder) {
    this.folder = folder;
    this.journal = Journal.create(folder.resolve("journal.jsonl"), Clock.systemUTC());
  }

  SampleRun started() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("subject", "tank");
    data.put("title", "A water tank");
    data.put("standIn", "a bucket in place of a tank");
    data.put("diagnoser", "wise");
    data.put("diagnoserDescription", "It only guesses.");
    data.put("pollSeconds", 1.0);
    data.put(
        "signals",
        List.of(
            Map.of("id", "level", "label", "level", "unit", "l", "scaleMax", 10, "limit", "brim"),
            Map.of("id", "brim", "label", "brim", "unit", "l", "scaleMax", 10)));
    return event(EventType.RUN_STARTED, data);
  }

  SampleRun scheduled(String name, int number, String title) {
    journal.enterChapter(name);
    return event(
        EventType.CHAPTER_SCHEDULED,
        Map.of("number", number, "title", title, "narration", "Water runs\ninto the tank."));
  }

  SampleRun event(EventType type, Map<String, ?> data) {
    journal.append(type, data);
    return this;
  }

  /** An observation; null for a level that is not known. */
  SampleRun observed(Double level) {
    Map<String, Object> signals = new LinkedHashMap<>();
    signals.put("brim", 5.0);
    if (level != null) {
      signals.put("level", level);
    }
    return event(EventType.OBSERVED, Map.of("signals", signals));
  }

  SampleRun faultChapter() {
    return scheduled(FAULT_CHAPTER, 2, "The tank overflows")
        .event(EventType.CHAPTER_STARTED, Map.of())
        .event(EventType.FAULT_ARMED, Map.of("fault", "tap", "target", List.of("t1"), "seconds", 2))
        .event(EventType.FAULT_INJECTED, Map.of("fault", "tap"))
        .observed(2.0)
        .observed(null)
        .observed(7.5)
        .event(EventType.FAULT_ENDED, Map.of("fault", "tap"))
        .event(
            EventType.VIOLATION_RAISED,
            Map.of(
                "invariant",
                "level-below-brim",
                "statement",
                "the level stays below the brim",
                "measured",
                7.5,
                "bound",
                "at most 5",
                "unit",
                "l"))
        .event(
            EventType.DIAGNOSIS_ASKED,
            Map.of("diagnoser", "wise", "evidence", "the level rose from the journal"))
        .event(
            EventType.DIAGNOSIS_ANSWERED,
            Map.of("diagnoser", "wise", "verdict", "ANOMALY", "term", "overflow"))
        .event(EventType.CHAPTER_JUDGED, Map.of("verdict", "FAIL"));
  }

  SampleRun ended() {
    event(EventType.CHAPTER_ENDED, Map.of("verdict", "FAIL"));
    journal.enterChapter(null);
    return event(EventType.RUN_ENDED, Map.of("verdict", "not passed"));
  }

  SampleRun file(String name, String text) throws IOException {
    Path file = folder.resolve("chapters").resolve(FAULT_CHAPTER).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** What a killed process leaves: half a line. */
  SampleRun torn() throws IOException {
    Files.writeString(
        folder.resolve("journal.jsonl"), "{\"sequence\":99,\"at\":\"20", StandardOpenOption.APPEND);
    return this;
  }

  SampleRun summary(ChapterResult... chapters) {
    SummaryFile.write(
        folder.resolve("summary.json"),
        new RunSummary(
            "run-1",
            "tank",
            "A water tank",
            Instant.parse("2026-01-02T03:04:05Z"),
            "local",
            "no engine answers",
            "embedded scraper",
            "a bucket in place of a tank",
            Map.of("tank-1", "Bucket 1.2", "tank-2", "Bucket 1.2", "pump", "Pump v3"),
            "wise 1",
            1.5,
            20,
            10,
            Map.of("poll", "1000 (default)"),
            List.of(chapters),
            RunState.ENDED));
    return this;
  }

  static ChapterResult result(int number, String name, String title, ChapterVerdict verdict) {
    return result(number, name, title, verdict, "RECOVERED");
  }

  static ChapterResult result(
      int number, String name, String title, ChapterVerdict verdict, String recovery) {
    boolean judged = verdict != ChapterVerdict.SKIPPED;
    return new ChapterResult(
        number,
        name,
        title,
        judged ? "open-tap" : null,
        verdict,
        judged ? "it answered 'overflow'" : "chapter 2 failed",
        judged ? "leak" : null,
        judged ? "overflow" : null,
        judged ? "wise 1" : null,
        judged ? 0.25 : null,
        judged ? 0.002 : null,
        judged ? 90.0 : null,
        judged ? recovery : null,
        judged ? 12.0 : 0,
        10,
        0.01,
        null,
        null);
  }
}
