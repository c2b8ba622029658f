package io.chaoschapters.stage;

import io.chaoschapters.stage.ViewState.Freeze;
import io.chaoschapters.stage.ViewState.Overlay;
import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/**
 * Draws the stage: a pure function of what it shows, how it is looked at, the size and the time.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FrameRenderer {
  private FrameRenderer() {}

  /**
   * Draws a frame.
   *
   * @param now the present, in seconds since the run started
   */
  public static Frame draw(
      StageState state, ViewState view, int columns, int rows, Theme theme, double now) {
    Frame frame = new Frame(columns, rows, theme.style(Tone.TEXT));
    Canvas canvas = Canvas.over(frame, theme);
    SizeClass size = SizeClass.of(columns, rows);
    Scene live = new Scene(state, view, now);
    if (size == SizeClass.TOO_SMALL) {
      tooSmall(canvas, live);
      return frame;
    }
    Freeze frozen = view.frozen();
    Scene shown = frozen == null ? live : new Scene(frozen.state(), view, frozen.at());
    int top = StatusBar.rows(rows);
    StatusBar.draw(canvas.part(0, 0, columns, top), live);
    Canvas body = canvas.part(0, top, columns, rows - top - 1);
    body(body, shown, size);
    Footer.draw(canvas.below(rows - 1), live, now);
    return frame;
  }

  /** Draws one panel by itself, such as for the clipboard. */
  public static Frame drawPanel(
      StageState state, Panel panel, int columns, int rows, Theme theme, double now) {
    Frame frame = new Frame(columns, rows, theme.style(Tone.TEXT));
    Scene scene = new Scene(state, ViewState.initial(), now);
    PanelPainter.draw(Canvas.over(frame, theme), panel, scene);
    return frame;
  }

  /** How many pages the narration on show takes at a size, at least 1. */
  public static int narrationPages(StageState state, ViewState view, int columns, int rows) {
    SizeClass size = SizeClass.of(columns, rows);
    int body = rows - StatusBar.rows(rows) - 1;
    if (size == SizeClass.TOO_SMALL || state.review().isOpen() || isOver(state)) {
      return 1;
    }
    ChapterInfo chapter = state.playbill().back(view.back());
    if (view.zoom() > 0) {
      return view.zoom() == Panel.CHAPTER.key()
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
    Status status = Status.of(scene.state(), scene.now());
    canvas.text(0, 0, status.word().sign(canvas.symbols()) + " " + status.word(), Tone.STRONG);
    String text =
        RootLocale.format(
            "%d x %d is too small: the stage needs %d x %d. The show goes on; make the window larger.",
            canvas.width(), canvas.height(), SizeClass.SMALL.columns(), SizeClass.SMALL.rows());
    Lines.head(canvas, 1, TextLayout.wrap(text, canvas.width()), Tone.TEXT, "");
  }

  /** Whether there is nothing more to come but the closing table. */
  private static boolean isOver(StageState state) {
    return state.run().isOver() || state.waiting().kind() == Waiting.Kind.END;
  }

  private static void body(Canvas body, Scene scene, SizeClass size) {
    ViewState view = scene.view();
    if (view.overlay() == Overlay.HELP) {
      HelpPanel.draw(body);
    } else if (view.overlay() == Overlay.EVIDENCE) {
      EvidencePanel.draw(body, scene);
    } else if (view.zoom() > 0) {
      PanelPainter.draw(body, Panel.of(view.zoom()), scene);
    } else if (isOver(scene.state())) {
      SummaryPanel.draw(body, scene);
    } else if (size == SizeClass.SMALL) {
      StageLayout.small(body, scene);
    } else {
      StageLayout.full(body, scene, size);
    }
  }
}
