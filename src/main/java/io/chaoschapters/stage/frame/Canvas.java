package io.chaoschapters.stage.frame;

import io.chaoschapters.stage.text.StageText;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.stage.text.TextLayout;
import org.apiguardian.api.API;

/**
 * A part of a frame to draw on. What does not fit is cut with a mark, and nothing reaches beyond
 * the part.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Canvas {
  private final Frame frame;
  private final Theme theme;
  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final boolean dimmed;

  private Canvas(
      Frame frame, Theme theme, int left, int top, int width, int height, boolean dimmed) {
    this.frame = frame;
    this.theme = theme;
    this.left = left;
    this.top = top;
    this.width = Math.max(0, width);
    this.height = Math.max(0, height);
    this.dimmed = dimmed;
  }

  /** A frame as a whole. */
  public static Canvas over(Frame frame, Theme theme) {
    return new Canvas(frame, theme, 0, 0, frame.width(), frame.height(), false);
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The signs that it draws with. */
  public Symbols symbols() {
    return theme.symbols();
  }

  /** A part of this part; cut where it would reach beyond it. */
  public Canvas part(int x, int y, int columns, int rows) {
    return new Canvas(
        frame,
        theme,
        left + x,
        top + y,
        Math.min(columns, width - x),
        Math.min(rows, height - y),
        dimmed);
  }

  /** The rows from {@code y} on. */
  public Canvas below(int y) {
    return part(0, y, width, height - y);
  }

  /** Returns the same part with every tone muted. */
  public Canvas dim() {
    return new Canvas(frame, theme, left, top, width, height, true);
  }

  /** Draws a text and returns the column behind it. */
  public int text(int x, int y, String text, Tone tone) {
    if (y < 0 || y >= height || x >= width) {
      return x;
    }
    Style style = style(tone);
    int column = x;
    String fitting = TextLayout.fit(text, width - x, theme.symbols());
    for (int i = 0; i < fitting.length(); i++) {
      char c = theme.symbols().draw(fitting.charAt(i));
      frame.set(left + column, top + y, c, style);
      if (StageText.columns(c) == 2) {
        frame.set(left + column + 1, top + y, Frame.CONTINUED, style);
        column++;
      }
      column++;
    }
    return column;
  }

  /** Draws a text that ends at the right edge. */
  public void textRight(int y, String text, Tone tone) {
    String fitting = TextLayout.fit(text, width, theme.symbols());
    text(width - TextLayout.width(fitting), y, fitting, tone);
  }

  public void set(int x, int y, char c, Tone tone) {
    if (x >= 0 && y >= 0 && x < width && y < height) {
      frame.set(left + x, top + y, c, style(tone));
    }
  }

  public void fill(char c, Tone tone) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        set(x, y, c, tone);
      }
    }
  }

  private Style style(Tone tone) {
    return theme.style(dimmed && tone != Tone.RULE && tone != Tone.LABEL ? Tone.MUTED : tone);
  }
}
