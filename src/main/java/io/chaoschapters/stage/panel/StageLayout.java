package io.chaoschapters.stage.panel;

import io.chaoschapters.run.view.ObservedState;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import org.apiguardian.api.API;

/** The places of the panels. Sizes are computed from the space and from what there is to show. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StageLayout {
  private static final int SMALL_PANE_ROWS = 8;

  private StageLayout() {}

  /** The narration, and one pane beneath. */
  public static void small(Canvas body, Scene scene) {
    int chapter = smallChapterRows(body.height());
    PanelPainter.draw(body.part(0, 0, body.width(), chapter), Panels.CHAPTER, scene);
    PanelPainter.draw(body.below(chapter), RotatingPane.at(scene), scene);
  }

  /** How many rows of a small body the narration's panel takes. */
  public static int smallChapterRows(int bodyRows) {
    return bodyRows - Math.max(SMALL_PANE_ROWS, bodyRows * 2 / 5);
  }

  /** Chapter and AI at the left, what was measured at the right, the log beneath. */
  public static void full(Canvas body, Scene scene, SizeClass size) {
    int rows = body.height() - logRows(body.height(), size);
    int left = leftColumns(body.width());
    left(body.part(0, 0, left, rows), scene);
    separator(body.part(left, 0, 1, rows));
    right(body.part(left + 1, 0, body.width() - left - 1, rows), scene);
    PanelPainter.draw(body.below(rows), Panels.LOG, scene);
  }

  /** How many columns of a full body are left of the line. */
  public static int leftColumns(int columns) {
    return columns * 53 / 100;
  }

  /** How many rows of a full body the narration's panel takes. */
  public static int fullChapterRows(int bodyRows, SizeClass size) {
    return chapterRows(bodyRows - logRows(bodyRows, size));
  }

  private static int chapterRows(int rows) {
    return rows * 55 / 100;
  }

  private static int logRows(int bodyRows, SizeClass size) {
    return size == SizeClass.LARGE ? Math.max(5, bodyRows / 7) : 4;
  }

  private static void left(Canvas part, Scene scene) {
    int chapter = chapterRows(part.height());
    PanelPainter.draw(part.part(0, 0, part.width(), chapter), Panels.CHAPTER, scene);
    PanelPainter.draw(part.below(chapter), Panels.AI, scene);
  }

  private static void separator(Canvas part) {
    part.fill(part.symbols().pick('│', '|'), Tone.RULE);
  }

  private static void right(Canvas part, Scene scene) {
    ObservedState observed = scene.run().observed();
    int third = part.height() / 3;
    int cluster = clamp(observed.components().size() + 1, 4, third);
    int wanted = observed.invariants().size() * 2 + 1;
    int most = Math.max(third, (part.height() - cluster) / 2);
    int invariants = wanted <= most ? wanted : clamp(observed.invariants().size() + 1, 4, most);
    PanelPainter.draw(part.part(0, 0, part.width(), cluster), Panels.CLUSTER, scene);
    PanelPainter.draw(part.part(0, cluster, part.width(), invariants), Panels.INVARIANTS, scene);
    PanelPainter.draw(part.below(cluster + invariants), Panels.METRICS, scene);
  }

  private static int clamp(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }
}
