package io.chaoschapters.stage.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.terminal.Terminal;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.Ink;
import io.chaoschapters.stage.frame.Style;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Puts frames on a terminal, changed cells only. Used by the render thread only.
 *
 * <p>Lanterna's own screen takes many wide characters for narrow ones and then draws the rest of a
 * row one column too far to the left, so a frame goes to the terminal without it.
 */
final class FramePainter {
  private final Terminal terminal;
  private @Nullable Frame last;

  FramePainter(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Shows a frame; does nothing when it is the one that is on the terminal. */
  void paint(Frame frame) throws IOException {
    Frame before = last;
    if (frame.equals(before)) {
      return;
    }
    if (before == null || before.width() != frame.width() || before.height() != frame.height()) {
      before = null;
      terminal.resetColorAndSGR();
      terminal.clearScreen();
    }
    send(frame, before);
    last = frame;
  }

  /** Sends every cell once more, in case another program has written over some. */
  void repaint() throws IOException {
    if (last != null) {
      send(last, null);
    }
  }

  private void send(Frame frame, @Nullable Frame before) throws IOException {
    Style style = null;
    for (int row = 0; row < frame.height(); row++) {
      boolean inPlace = false;
      for (int column = 0; column < frame.width(); column++) {
        char c = frame.characterAt(column, row);
        if (c == Frame.CONTINUED || before != null && isSame(before, frame, column, row)) {
          inPlace = false;
          continue;
        }
        if (!inPlace) {
          terminal.setCursorPosition(column, row);
        }
        if (!frame.styleAt(column, row).equals(style)) {
          style = frame.styleAt(column, row);
          use(style);
        }
        terminal.putCharacter(c);
        inPlace = true;
      }
    }
    terminal.flush();
  }

  private static boolean isSame(Frame one, Frame other, int column, int row) {
    return one.characterAt(column, row) == other.characterAt(column, row)
        && one.styleAt(column, row).equals(other.styleAt(column, row));
  }

  private void use(Style style) throws IOException {
    terminal.resetColorAndSGR();
    if (style.bold()) {
      terminal.enableSGR(SGR.BOLD);
    }
    if (style.reverse()) {
      terminal.enableSGR(SGR.REVERSE);
    }
    terminal.setForegroundColor(color(style.text()));
    terminal.setBackgroundColor(color(style.behind()));
  }

  private static TextColor color(Ink ink) {
    return TextColor.ANSI.valueOf(ink.name());
  }
}
