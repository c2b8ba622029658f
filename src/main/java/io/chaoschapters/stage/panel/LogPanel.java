package io.chaoschapters.stage.panel;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.text.LogLine;
import java.util.List;

/** The newest events, the newest at the bottom. */
final class LogPanel implements Panel {
  private static final int WORD_COLUMN = 9;

  @Override
  public String title() {
    return "LOG";
  }

  @Override
  public double newsAt(Scene scene) {
    List<JournalEntry> log = scene.run().log();
    return log.isEmpty() ? Double.NaN : log.get(log.size() - 1).elapsed();
  }

  @Override
  public void draw(Canvas canvas, Scene scene) {
    List<JournalEntry> log = scene.run().log();
    if (log.isEmpty()) {
      canvas.text(0, 0, "nothing happened yet", Tone.MUTED);
    }
    int from = Math.max(0, log.size() - canvas.height());
    for (int i = from; i < log.size(); i++) {
      int y = i - from;
      LogLine.of(log.get(i), canvas.symbols()).ifPresent(line -> draw(canvas, y, line));
    }
  }

  private static void draw(Canvas canvas, int y, LogLine line) {
    canvas.text(0, y, line.clock(), Tone.MUTED);
    int column = canvas.text(WORD_COLUMN, y, line.word() + "  ", Tone.STRONG);
    canvas.text(column, y, line.text(), Tone.TEXT);
  }
}
