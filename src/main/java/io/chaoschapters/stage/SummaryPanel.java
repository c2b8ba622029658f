package io.chaoschapters.stage;

import java.util.ArrayList;
import java.util.List;

/** The closing table. */
final class SummaryPanel {
  private SummaryPanel() {}

  static void draw(Canvas canvas, Scene scene) {
    RunInfo run = scene.state().run();
    canvas.text(0, 0, canvas.symbols().pick("─", "-").repeat(canvas.width()), Tone.RULE);
    canvas.text(2, 0, " THE RUN IS OVER: " + run.verdict() + " ", Tone.STRONG);
    Canvas inside = canvas.part(1, 2, canvas.width() - 2, canvas.height() - 2);
    List<String> lines = SummaryTable.lines(scene.state().summary(), canvas.symbols());
    Canvas table = inside.part(0, 0, inside.width(), inside.height() - 3);
    List<String> shown = new ArrayList<>(lines);
    int end = Lines.head(table, 0, shown, Tone.TEXT, "; report.html shows all");
    if (!lines.isEmpty()) {
      table.text(0, 0, lines.get(0), Tone.STRONG);
    }
    ChapterPanel.waiting(inside.below(inside.height() - 1), scene);
    if (!run.artefacts().isEmpty()) {
      List<String> path = TextLayout.wrapLines("artefacts: " + run.artefacts(), inside.width());
      Lines.head(inside, end + 1, path, Tone.STRONG, "");
    }
  }
}
