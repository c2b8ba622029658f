package io.chaoschapters.stage;

import io.chaoschapters.run.Waiting;
import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.run.view.WaitView;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.Lines;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.panel.ChapterPanel;
import io.chaoschapters.stage.panel.EvidencePanel;
import io.chaoschapters.stage.panel.Footer;
import io.chaoschapters.stage.panel.HelpPanel;
import io.chaoschapters.stage.panel.Panel;
import io.chaoschapters.stage.panel.PanelPainter;
import io.chaoschapters.stage.panel.Panels;
import io.chaoschapters.stage.panel.Scene;
import io.chaoschapters.stage.panel.SizeClass;
import io.chaoschapters.stage.panel.StageLayout;
import io.chaoschapters.stage.panel.StatusBar;
import io.chaoschapters.stage.panel.SummaryPanel;
import io.chaoschapters.stage.panel.ViewState;
import io.chaoschapters.stage.panel.ViewState.Freeze;
import io.chaoschapters.stage.panel.ViewState.Overlay;
import io.chaoschapters.stage.status.Status;
import io.chaoschapters.stage.text.TextLayout;
import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/**
 * Draws the stage: a pure function of what it shows, the presenter's view, the size and the time.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FrameRenderer {
  private FrameRenderer() {}

  /**
   * Draws a frame.
   *
   * @param now the present, in seconds since the run started
   */
  public static Frame draw(
      RunView run, ViewState view, int columns, int rows, Theme theme, double now) {
    Frame frame = new Frame(columns, rows, theme.style(Tone.TEXT));
    Canvas canvas = Canvas.over(frame, theme);
    SizeClass size = SizeClass.of(columns, rows);
    Scene live = new Scene(run, view, now);
    if (size == SizeClass.TOO_SMALL) {
      tooSmall(canvas, live);
      return frame;
    }
    Freeze frozen = view.frozen();
    Scene shown = frozen == null ? live : new Scene(frozen.run(), view, frozen.at());
    int top = StatusBar.rows(rows);
    Panels.STATUS.draw(canvas.part(0, 0, columns, top), live);
    Canvas body = canvas.part(0, top, columns, rows - top - 1);
    body(body, shown, size);
    Footer.draw(canvas.below(rows - 1), live, now);
    return frame;
  }

  /** Draws one panel by itself, such as for the clipboard. */
  public static Frame drawPanel(
      RunView run, Panel panel, int columns, int rows, Theme theme, double now) {
    Frame frame = new Frame(columns, rows, theme.style(Tone.TEXT));
    Scene scene = new Scene(run, ViewState.initial(), now);
    PanelPainter.draw(Canvas.over(frame, theme), panel, scene);
    return frame;
  }

  /** How many pages the narration on show takes at a size, at least 1. */
  public static int narrationPages(RunView run, ViewState view, int columns, int rows) {
    SizeClass size = SizeClass.of(columns, rows);
    int body = rows - StatusBar.rows(rows) - 1;
    if (size == SizeClass.TOO_SMALL || run.review() != null || isOver(run)) {
      return 1;
    }
    ChapterView chapter = run.back(view.back());
    if (view.zoom() > 0) {
      return view.zoom() == Panels.key(Panels.CHAPTER)
          ? ChapterPanel.pages(chapter, columns, body, view.notes())
          : 1;
    }
    return size == SizeClass.SMALL
        ? ChapterPanel.pages(chapter, columns, StageLayout.smallChapterRows(body), view.notes())
        : ChapterPanel.pages(
            chapter,
            StageLayout.leftColumns(columns),
            StageLayout.fullChapterRows(body, size),
            view.notes());
  }

  private static void tooSmall(Canvas canvas, Scene scene) {
    Status status = Status.of(scene.run(), scene.now());
    canvas.text(0, 0, status.word().sign(canvas.symbols()) + " " + status.word(), Tone.STRONG);
    String text =
        RootLocale.format(
            "%d x %d is too small: the stage needs %d x %d. The show goes on; make the window larger.",
            canvas.width(), canvas.height(), SizeClass.SMALL.columns(), SizeClass.SMALL.rows());
    Lines.head(canvas, 1, TextLayout.wrap(text, canvas.width()), Tone.TEXT, "");
  }

  /** Whether there is nothing more to come but the closing table. */
  private static boolean isOver(RunView run) {
    WaitView waiting = run.waiting();
    return run.facts().isOver() || waiting != null && waiting.kind() == Waiting.Kind.LAST_CUE;
  }

  private static void body(Canvas body, Scene scene, SizeClass size) {
    ViewState view = scene.view();
    if (view.overlay() == Overlay.HELP) {
      HelpPanel.draw(body);
    } else if (view.overlay() == Overlay.EVIDENCE) {
      EvidencePanel.draw(body, scene);
    } else if (view.zoom() > 0) {
      PanelPainter.draw(body, Panels.of(view.zoom()), scene);
    } else if (isOver(scene.run())) {
      SummaryPanel.draw(body, scene);
    } else if (size == SizeClass.SMALL) {
      StageLayout.small(body, scene);
    } else {
      StageLayout.full(body, scene, size);
    }
  }
}
