package io.chaoschapters.stage.panel;

import io.chaoschapters.stage.chart.Charts;
import io.chaoschapters.stage.chart.SignalChart;
import io.chaoschapters.stage.chart.SignalTrack;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.text.RootLocale;
import java.util.List;

/** The signals' courses: as many as there is room for, side by side on a wide screen. */
final class MetricsPanel implements Panel {
  private static final int TWO_ABREAST = 76;
  private static final int GAP = 3;
  private static final int LEAST_ROWS = 2;

  /** Two rows of curve are enough to tell a small overshoot from a large one. */
  private static final int GOOD_ROWS = 3;

  /**
   * When not all fit, this many of the subject's first signals are shown before any gets more rows.
   */
  private static final int WANTED = 3;

  private static final int MOST_ROWS = 9;

  @Override
  public String title() {
    return "METRICS";
  }

  @Override
  public boolean isObserved() {
    return true;
  }

  @Override
  public void draw(Canvas canvas, Scene scene) {
    Charts charts = new Charts(scene.run());
    List<SignalTrack> tracks = charts.shown();
    if (tracks.isEmpty()) {
      canvas.text(0, 0, "no signal was read yet", Tone.MUTED);
      return;
    }
    int abreast = canvas.width() >= TWO_ABREAST && tracks.size() > 1 ? 2 : 1;
    int lines = (tracks.size() + abreast - 1) / abreast;
    boolean all = lines * LEAST_ROWS <= canvas.height();
    int wanted = (WANTED + abreast - 1) / abreast;
    int least = !all && wanted * GOOD_ROWS < canvas.height() ? GOOD_ROWS : LEAST_ROWS;
    int shownLines = all ? lines : Math.max(1, (canvas.height() - 1) / least);
    int room = all ? canvas.height() : canvas.height() - 1;
    int used = Math.min(room, MOST_ROWS * shownLines);
    int columns = (canvas.width() - GAP * (abreast - 1)) / abreast;
    int shown = Math.min(tracks.size(), shownLines * abreast);
    for (int i = 0; i < shown; i++) {
      int x = i % abreast * (columns + GAP);
      int line = i / abreast;
      int top = used * line / shownLines;
      Canvas part = canvas.part(x, top, columns, used * (line + 1) / shownLines - top);
      SignalChart.draw(part, tracks.get(i), charts, scene.now());
    }
    if (shown < tracks.size()) {
      boolean zoomed = scene.view().zoom() == Panels.key(this);
      String way = zoomed ? "no room for all" : "4 shows all";
      String more = RootLocale.format("… %d more; %s", tracks.size() - shown, way);
      canvas.text(0, canvas.height() - 1, more, Tone.WARN);
    }
  }
}
