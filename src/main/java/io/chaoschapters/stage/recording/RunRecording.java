package io.chaoschapters.stage.recording;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.file.JournalFile;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.text.LogLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apiguardian.api.API;

/**
 * The recording of a run that had no stage, made from its journal when it is over: while it ran, it
 * cost nothing.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
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
    List<JournalEntry> entries = JournalFile.read(run.resolve(JournalFile.NAME)).entries();
    if (entries.isEmpty()) {
      return;
    }
    List<String> log = new ArrayList<>();
    AtomicLong nanos = new AtomicLong();
    Path file = run.resolve("show.cast");
    CastRecorder recorder = new CastRecorder(file, title(entries), entries.get(0).at(), nanos::get);
    try (HeadlessRecorder stage = new HeadlessRecorder(recorder, theme, COLUMNS, ROWS)) {
      RunProjection projection = new RunProjection(stage);
      for (JournalEntry entry : entries) {
        nanos.set(Math.round(entry.elapsed() * NANOS));
        projection.on(entry);
        LogLine.of(entry, theme.symbols()).map(LogLine::whole).ifPresent(log::add);
      }
    }
    HtmlTranscript.write(Cast.read(file), log, run.resolve("show.html"));
  }

  private static String title(List<JournalEntry> entries) {
    return entries.get(0).event() instanceof RunEvent.Started started ? started.title() : "";
  }
}
