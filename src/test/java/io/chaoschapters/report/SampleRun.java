package io.chaoschapters.report;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.run.RunVerdict;
import io.chaoschapters.run.ShowMode;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.run.file.SummaryFile;
import io.chaoschapters.subject.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    return event(
        new RunEvent.Started(
            "run-1",
            "tank",
            "A water tank",
            "local",
            "no engine answers",
            "a bucket in place of a tank",
            "wise",
            "1",
            "It only guesses.",
            "Nothing.",
            3,
            ShowMode.LIVE,
            1,
            Map.of("poll", "1000 (default)"),
            List.of(
                new Signal("level", "level", "water in the tank", "l", 10, "brim"),
                new Signal("brim", "brim", "what fits", "l", 10, null)),
            List.of(),
            folder.toString()));
  }

  SampleRun scheduled(String name, int number, String title) {
    journal.enterChapter(name);
    return event(
        new ChapterEvent.Scheduled(number, 4, title, "Water runs\ninto the tank.", "", "open-tap"));
  }

  SampleRun begun(String name, int number, String title) {
    return scheduled(name, number, title).event(new ChapterEvent.Started(title));
  }

  SampleRun event(RunEvent... events) {
    for (RunEvent event : events) {
      journal.append(event);
    }
    return this;
  }

  /** An observation; null for a level that is not known. */
  SampleRun observed(@Nullable Double level) {
    Map<String, Double> signals = new LinkedHashMap<>();
    signals.put("brim", 5.0);
    if (level != null) {
      signals.put("level", level);
    }
    Map<String, String> unknown = level == null ? Map.of("level", "the float is stuck") : Map.of();
    return event(new Observed(List.of(), signals, unknown, Set.of(), List.of()));
  }

  SampleRun faultChapter() {
    return begun(FAULT_CHAPTER, 2, "The tank overflows")
        .event(
            new FaultEvent.Armed("tap", List.of("t1"), 2, List.of("close it")),
            new FaultEvent.Injected("tap", List.of("t1"), 2),
            new FaultEvent.Witnessed("water runs"))
        .observed(2.0)
        .observed(null)
        .observed(7.5)
        .event(
            new FaultEvent.Ended("tap", 2, null),
            new ViolationEvent.Raised(
                "level-below-brim", "the level stays below the brim", "l", 7.5, "at most 5", null),
            new DiagnosisEvent.Asked("wise", "1", "the level rose"),
            new DiagnosisEvent.Answered(
                "wise",
                "1",
                DiagnosisEvent.Finding.ANOMALY,
                List.of("overflow"),
                null,
                null,
                List.of(),
                "too much water",
                List.of(new DiagnosisEvent.Answered.Citation("level", "7.5 l", false)),
                List.of(new DiagnosisEvent.Answered.Alternative("leak", "the level rises")),
                0.8,
                "",
                0.002,
                "What is wrong?",
                "An overflow, I guess.",
                null),
            new ChapterEvent.Judged(ChapterVerdict.FAIL, "it answered 'overflow'"),
            new RecoveryEvent.Begun());
  }

  SampleRun ended(ChapterResult... results) {
    event(results);
    journal.enterChapter(null);
    return event(new RunEvent.Ended(RunVerdict.NOT_PASSED, Map.of(ChapterVerdict.FAIL, 1)));
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
    return result(number, name, title, verdict, RecoveryOutcome.RECOVERED);
  }

  static ChapterResult result(
      int number, String name, String title, ChapterVerdict verdict, RecoveryOutcome recovery) {
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
        null,
        null);
  }
}
