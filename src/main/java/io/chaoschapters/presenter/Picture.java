package io.chaoschapters.presenter;

import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.file.JournalFile;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.FrameRenderer;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.FrameSvg;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.panel.ViewState;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Draws the stage as it was when a chapter of an earlier run was judged: the run's journal is
 * played again up to there.
 */
final class Picture {
  static final int COLUMNS = 120;
  static final int ROWS = 36;

  private Picture() {}

  static void save(Settings settings, PrintStream out) throws IOException {
    Path run = run(settings);
    Path journal = run.resolve(JournalFile.NAME);
    if (!Files.isRegularFile(journal)) {
      throw new ShowFailedException(
          RootLocale.format(
              "No run in '%s'. Use -Dshow=<folder of a run>, such as target/chapters/<subject>/latest.",
              run));
    }
    Theme theme =
        Theme.of(settings.text(KnownSettings.THEME), Symbols.UNICODE, Map.<String, String>of());
    List<JournalEntry> entries = JournalFile.read(journal).entries();
    String chapter = settings.text(KnownSettings.CHAPTER);
    keep(run.resolve("picture.svg"), FrameSvg.of(frame(entries, chapter, theme)), out);
    keep(run.resolve("moving.svg"), new MovingPicture(entries, chapter, theme).svg(), out);
  }

  private static void keep(Path file, String svg, PrintStream out) throws IOException {
    Files.writeString(file, svg);
    out.println("Saved " + file);
    out.flush();
  }

  private static Path run(Settings settings) {
    String named = settings.text(KnownSettings.SHOW);
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    return Path.of(settings.text(KnownSettings.OUTPUT))
        .resolve(settings.text(KnownSettings.SUBJECT))
        .resolve("latest");
  }

  /** The frame at the verdict of a chapter, before anything is torn down. */
  static Frame frame(List<JournalEntry> entries, String chapter, Theme theme) {
    RunView run = RunView.live();
    for (JournalEntry entry : entries) {
      run = run.apply(entry);
      if (entry.event() instanceof ChapterEvent.Judged
          && Integer.toString(run.current().number()).equals(chapter)) {
        return FrameRenderer.draw(run, ViewState.initial(), COLUMNS, ROWS, theme, entry.elapsed());
      }
    }
    throw noVerdict(chapter);
  }

  static ShowFailedException noVerdict(String chapter) {
    return new ShowFailedException(
        RootLocale.format(
            "The run holds no verdict of chapter '%s'. Use -Dchapter=<its number>.", chapter));
  }
}
