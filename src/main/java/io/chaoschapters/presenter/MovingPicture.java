package io.chaoschapters.presenter;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.FrameRenderer;
import io.chaoschapters.stage.frame.AnimatedSvg;
import io.chaoschapters.stage.frame.AnimatedSvg.Scene;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.panel.ViewState;
import java.util.ArrayList;
import java.util.List;

/**
 * One chapter of an earlier run as a moving picture, at the pace at which it happened: what it is
 * about, the fault, the violation, the answer, the verdict.
 */
final class MovingPicture {
  private static final double PACE = 0.5;
  private static final double READ_FIRST = 3;
  private static final double READ_LAST = 5;

  private final List<JournalEntry> entries;
  private final String chapter;
  private final Theme theme;

  MovingPicture(List<JournalEntry> entries, String chapter, Theme theme) {
    this.entries = entries;
    this.chapter = chapter;
    this.theme = theme;
  }

  String svg() {
    List<Scene> scenes = new ArrayList<>();
    RunView run = RunView.live();
    double drawn = Double.NaN;
    for (JournalEntry entry : entries) {
      if (!Double.isNaN(drawn)) {
        while (entry.elapsed() - drawn >= PACE) {
          drawn += PACE;
          scenes.add(new Scene(draw(run, drawn), PACE));
        }
      }
      run = run.apply(entry);
      if (isWanted(run) && entry.event() instanceof ChapterEvent.Scheduled) {
        scenes.add(new Scene(draw(run, entry.elapsed()), READ_FIRST));
        drawn = entry.elapsed();
      }
      if (isWanted(run) && entry.event() instanceof ChapterEvent.Judged) {
        scenes.add(new Scene(draw(run, entry.elapsed()), READ_LAST));
        return AnimatedSvg.of(scenes);
      }
    }
    throw Picture.noVerdict(chapter);
  }

  private boolean isWanted(RunView run) {
    return Integer.toString(run.current().number()).equals(chapter);
  }

  private Frame draw(RunView run, double elapsed) {
    return FrameRenderer.draw(
        run, ViewState.initial(), Picture.COLUMNS, Picture.ROWS, theme, elapsed);
  }
}
