package io.chaoschapters.stage.recording;

import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.Style;
import org.jspecify.annotations.Nullable;

/** Turns frames into what a terminal has to be sent: the first as a whole, then what changed. */
final class AnsiFrames {
  private static final String ESC = "\u001b[";

  private @Nullable Frame last;

  /** What to send for a frame; empty when it is the same as the one before. */
  String next(Frame frame) {
    Frame before = last;
    last = frame;
    boolean whole =
        before == null || before.width() != frame.width() || before.height() != frame.height();
    StringBuilder out = new StringBuilder(whole ? ESC + "?25l" + ESC + "0m" + ESC + "2J" : "");
    Style style = null;
    for (int row = 0; row < frame.height(); row++) {
      boolean inPlace = false;
      for (int column = 0; column < frame.width(); column++) {
        char c = frame.characterAt(column, row);
        // Not every player agrees on how far a wide character moves the cursor.
        if (c == Frame.CONTINUED || !whole && same(before, frame, column, row)) {
          inPlace = false;
          continue;
        }
        if (!inPlace) {
          out.append(ESC).append(row + 1).append(';').append(column + 1).append('H');
          inPlace = true;
        }
        if (!frame.styleAt(column, row).equals(style)) {
          style = frame.styleAt(column, row);
          out.append(style.escape());
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean same(@Nullable Frame one, Frame other, int column, int row) {
    return one != null
        && one.characterAt(column, row) == other.characterAt(column, row)
        && one.styleAt(column, row).equals(other.styleAt(column, row));
  }
}
