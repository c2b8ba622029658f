package io.chaoschapters.presenter.live;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.recording.Cast;
import io.chaoschapters.stage.recording.CastRecorder;
import io.chaoschapters.stage.recording.HtmlTranscript;
import io.chaoschapters.stage.text.LogLine;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The recording of a live show. It begins with the first frame, before the run has a folder of its
 * own, and is moved there in the end.
 */
final class Recording {
  private final Path folder;
  private final CastRecorder recorder;
  private final List<String> log = new ArrayList<>();

  private Recording(Path folder, CastRecorder recorder) {
    this.folder = folder;
    this.recorder = recorder;
  }

  /**
   * Begins to record.
   *
   * @param output the folder under which runs leave their artifacts
   * @param subject for the title; empty when it is not known yet
   */
  static Recording begin(String output, String subject, Instant now) {
    Path folder = Path.of(output).toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      // The process id keeps two shows apart that are given side by side.
      Path draft = folder.resolve("show-" + ProcessHandle.current().pid() + ".cast");
      Files.deleteIfExists(draft);
      return new Recording(
          folder,
          new CastRecorder(
              draft,
              subject.isEmpty() ? "Chaos Chapters" : "Chaos Chapters: " + subject,
              now,
              System::nanoTime));
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format(
              "Cannot write to %s: %s. Is there free space, and may it be written?",
              folder, Failure.words(e)),
          e);
    }
  }

  Path folder() {
    return folder;
  }

  CastRecorder recorder() {
    return recorder;
  }

  void on(JournalEntry entry, RunView after, Symbols symbols) {
    recorder.on(entry, after);
    LogLine.of(entry, symbols).map(LogLine::whole).ifPresent(log::add);
  }

  /** Moves the recording into a run's folder and writes its page; without a run nothing is kept. */
  void keepIn(String artifacts) {
    if (artifacts.isEmpty()) {
      discard();
      return;
    }
    recorder.close();
    Path run = Path.of(artifacts);
    try {
      Path kept =
          Files.move(
              recorder.path(), run.resolve("show.cast"), StandardCopyOption.REPLACE_EXISTING);
      HtmlTranscript.write(Cast.read(kept), log, run.resolve("show.html"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the recording in " + run, e);
    }
  }

  /** Nothing was drawn, so nothing is kept. */
  void discard() {
    recorder.close();
    try {
      Files.deleteIfExists(recorder.path());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + recorder.path(), e);
    }
  }
}
