package io.chaoschapters.stage.recording;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.journal.JournalFile;
import io.chaoschapters.stage.EventWords;
import io.chaoschapters.stage.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apiguardian.api.API;

/**
 * The recording of a run that had no stage, made from its journal when it is over: while it ran, it
 * cost nothing.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RunRecording {
  private static final int COLUMNS = 120;
  private static final int ROWS = 36;
  private static final double NANOS = 1e9;

  private RunRecording() {}

  /**
   * Writes {@code show.cast} and {@code show.html} into a run's folder.
   *
   * @throws java.io.UncheckedIOException when the journal cannot be read or a file not be written
   */
  public static void write(Path run, Theme theme) {
    List<JournalEvent> events = JournalFile.read(run.resolve("journal.jsonl")).events();
    if (events.isEmpty()) {
      return;
    }
    List<String> log = new ArrayList<>();
    AtomicLong nanos = new AtomicLong();
    Path file = run.resolve("show.cast");
    CastRecorder recorder = new CastRecorder(file, title(events), events.get(0).at(), nanos::get);
    try (HeadlessRecorder stage = new HeadlessRecorder(recorder, theme, COLUMNS, ROWS)) {
      for (JournalEvent event : events) {
        nanos.set(Math.round(event.elapsed() * NANOS));
        stage.on(event);
        EventWords.of(event, theme.symbols()).ifPresent(words -> log.add(line(event, words)));
      }
    }
    HtmlTranscript.write(Cast.read(file), log, run.resolve("show.html"));
  }

  private static String title(List<JournalEvent> events) {
    return events.stream()
        .filter(event -> event.type() == EventType.RUN_STARTED)
        .map(event -> event.text("title"))
        .findFirst()
        .orElse("");
  }

  private static String line(JournalEvent event, EventWords words) {
    return EventWords.clock(event.elapsed()) + "  " + words.word() + "  " + words.text();
  }
}
