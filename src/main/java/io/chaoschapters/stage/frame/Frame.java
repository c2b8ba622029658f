package io.chaoschapters.stage.frame;

import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * A picture of characters. A character that is two columns wide stands in the first, and the second
 * holds {@link #CONTINUED}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Frame {
  /** What stands in the second column of a character that is two columns wide. */
  public static final char CONTINUED = 0;

  private final int width;
  private final int height;
  private final char[] characters;
  private final Style[] styles;

  /** A blank frame in one style. */
  public Frame(int width, int height, Style style) {
    this.width = width;
    this.height = height;
    this.characters = new char[width * height];
    this.styles = new Style[width * height];
    Arrays.fill(characters, ' ');
    Arrays.fill(styles, style);
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The character at a place. */
  public char characterAt(int column, int row) {
    return characters[row * width + column];
  }

  /** The style at a place. */
  public Style styleAt(int column, int row) {
    return styles[row * width + column];
  }

  void set(int column, int row, char character, Style style) {
    if (column < 0 || row < 0 || column >= width || row >= height) {
      return;
    }
    characters[row * width + column] = character;
    styles[row * width + column] = style;
  }

  /** A row as text, without trailing spaces. */
  public String row(int row) {
    StringBuilder out = new StringBuilder(width);
    for (int column = 0; column < width; column++) {
      char c = characterAt(column, row);
      if (c != CONTINUED) {
        out.append(c);
      }
    }
    return out.toString().stripTrailing();
  }

  /** All rows as text, each ended by a line feed. */
  public String text() {
    StringBuilder out = new StringBuilder(width * height);
    for (int row = 0; row < height; row++) {
      out.append(row(row)).append('\n');
    }
    return out.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frame frame
        && frame.width == width
        && frame.height == height
        && Arrays.equals(frame.characters, characters)
        && Arrays.equals(frame.styles, styles);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(characters);
  }
}
