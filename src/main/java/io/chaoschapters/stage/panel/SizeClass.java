package io.chaoschapters.stage.panel;

import org.apiguardian.api.API;

/** How much of the stage a terminal has room for. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum SizeClass {
  /** Every panel, with room to spare. */
  LARGE(120, 36),
  /** Every panel. */
  MEDIUM(100, 30),
  /** Status, narration and one pane that rotates. */
  SMALL(80, 24),
  /** Too small to show anything but the size that is needed. */
  TOO_SMALL(0, 0);

  private final int columns;
  private final int rows;

  SizeClass(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The least number of columns. */
  public int columns() {
    return columns;
  }

  /** The least number of rows. */
  public int rows() {
    return rows;
  }

  public static SizeClass of(int columns, int rows) {
    for (SizeClass size : values()) {
      if (columns >= size.columns && rows >= size.rows) {
        return size;
      }
    }
    return TOO_SMALL;
  }
}
