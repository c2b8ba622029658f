package io.chaoschapters.stage.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.Ink;
import io.chaoschapters.stage.frame.Style;
import java.io.IOException;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Puts frames on a screen, changed cells only. Used by the render thread only. */
final class ScreenPainter {
  private final Screen screen;
  private @Nullable Frame last;

  ScreenPainter(Screen screen) {
    this.screen = screen;
  }

  /** Shows a frame; does nothing when it is the one that is on the screen. */
  void paint(Frame frame) throws IOException {
    Frame before = last;
    if (frame.equals(before)) {
      return;
    }
    boolean resized =
        before == null || before.width() != frame.width() || before.height() != frame.height();
    for (int row = 0; row < frame.height(); row++) {
      for (int column = 0; column < frame.width(); column++) {
        if (resized || differs(before, frame, column, row)) {
          put(frame, column, row);
        }
      }
    }
    last = frame;
    screen.refresh(resized ? Screen.RefreshType.COMPLETE : Screen.RefreshType.DELTA);
  }

  private static boolean differs(@Nullable Frame one, Frame other, int column, int row) {
    return one == null
        || one.characterAt(column, row) != other.characterAt(column, row)
        || !one.styleAt(column, row).equals(other.styleAt(column, row));
  }

  private void put(Frame frame, int column, int row) {
    char c = frame.characterAt(column, row);
    if (c != Frame.CONTINUED) {
      screen.setCharacter(column, row, character(c, frame.styleAt(column, row)));
    }
  }

  private static TextCharacter character(char c, Style style) {
    EnumSet<SGR> modifiers = EnumSet.noneOf(SGR.class);
    if (style.bold()) {
      modifiers.add(SGR.BOLD);
    }
    if (style.reverse()) {
      modifiers.add(SGR.REVERSE);
    }
    TextCharacter[] made =
        TextCharacter.fromString(
            String.valueOf(c), colour(style.text()), colour(style.behind()), modifiers);
    return made[0];
  }

  private static TextColor colour(Ink ink) {
    return TextColor.ANSI.valueOf(ink.name());
  }
}
