package io.chaoschapters.stage;

import java.util.List;

/** The newest events, the newest at the bottom. */
final class LogPanel {
  private static final int WORD_COLUMN = 9;

  private LogPanel() {}

  static void draw(Canvas canvas, Scene scene) {
    List<EventLog.Line> lines = scene.state().log().lines();
    if (lines.isEmpty()) {
      canvas.text(0, 0, "nothing happened yet", Tone.MUTED);
    }
    int from = Math.max(0, lines.size() - canvas.height());
    for (int i = from; i < lines.size(); i++) {
      EventLog.Line line = lines.get(i);
      int y = i - from;
      canvas.text(0, y, EventWords.clock(line.at()), Tone.MUTED);
      int column = canvas.text(WORD_COLUMN, y, line.word() + "  ", Tone.STRONG);
      canvas.text(column, y, line.text(), Tone.TEXT);
    }
  }
}
