package io.chaoschapters.stage.frame;

import static io.chaoschapters.text.RootLocale.format;

import org.apiguardian.api.API;

/** A frame as a picture (SVG 1.1): text as text, blocks as rectangles. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FrameSvg {
  private static final double COLUMN = 8.4;
  private static final int ROW = 18;
  private static final int BASELINE = 14;
  private static final int MARGIN = 8;
  private static final char UPPER_HALF = '\u2580';
  private static final char FULL = '\u2588';

  private FrameSvg() {}

  /** The picture as a document of its own; it asks for nothing from the network. */
  public static String of(Frame frame) {
    StringBuilder out = new StringBuilder(opening(frame));
    out.append(background(frame));
    for (int row = 0; row < frame.height(); row++) {
      out.append(row(frame, row));
    }
    return out.append("</svg>\n").toString();
  }

  static String opening(Frame frame) {
    return format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.1f %d\""
            + " font-family=\"DejaVu Sans Mono,Menlo,Consolas,monospace\" font-size=\"14\""
            + " shape-rendering=\"crispEdges\">%n",
        frame.width() * COLUMN + 2 * MARGIN, frame.height() * ROW + 2 * MARGIN);
  }

  static String background(Frame frame) {
    return format("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n", paper(frame));
  }

  /** One row's texts and blocks, at its place in the picture. */
  static String row(Frame frame, int row) {
    StringBuilder out = new StringBuilder();
    row(out, frame, row);
    return out.toString();
  }

  private static String paper(Frame frame) {
    return behind(frame.styleAt(frame.width() - 1, frame.height() - 1));
  }

  private static void row(StringBuilder out, Frame frame, int row) {
    int from = 0;
    while (from < frame.width()) {
      int to = from + 1;
      while (to < frame.width() && frame.styleAt(to, row).equals(frame.styleAt(from, row))) {
        to++;
      }
      run(out, frame, row, from, to);
      from = to;
    }
  }

  private static void run(StringBuilder out, Frame frame, int row, int from, int to) {
    Style style = frame.styleAt(from, row);
    double x = MARGIN + from * COLUMN;
    int y = MARGIN + row * ROW;
    double width = (to - from) * COLUMN;
    if (!behind(style).equals(paper(frame))) {
      out.append(
          format(
              "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
              x, y, width + 0.3, ROW, behind(style)));
    }
    int column = from;
    while (column < to) {
      column =
          isBlock(frame.characterAt(column, row))
              ? block(out, frame, row, column, to)
              : piece(out, frame, row, column, to);
    }
  }

  /**
   * Text up to the next gap, which is two spaces or a block. Viewers do not agree on whether to
   * keep spaces, and those that drop them would stretch the rest over the gap.
   */
  private static int piece(StringBuilder out, Frame frame, int row, int from, int to) {
    int begin = from;
    while (begin < to && frame.characterAt(begin, row) == ' ') {
      begin++;
    }
    StringBuilder text = new StringBuilder();
    int column = begin;
    while (column < to
        && !isBlock(frame.characterAt(column, row))
        && !isGap(frame, row, column, to)) {
      char c = frame.characterAt(column, row);
      if (c != Frame.CONTINUED) {
        text.append(c);
      }
      column++;
    }
    if (!text.isEmpty()) {
      Style style = frame.styleAt(begin, row);
      out.append(
          format(
              "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" fill=\"%s\"%s>%s</text>%n",
              MARGIN + begin * COLUMN,
              MARGIN + row * ROW + BASELINE,
              (column - begin) * COLUMN,
              ink(style),
              style.bold() ? " font-weight=\"bold\"" : "",
              escaped(text)));
    }
    return column;
  }

  private static boolean isGap(Frame frame, int row, int column, int to) {
    return frame.characterAt(column, row) == ' '
        && (column + 1 == to
            || frame.characterAt(column + 1, row) == ' '
            || isBlock(frame.characterAt(column + 1, row)));
  }

  /** The upper half, or one to eight eighths from below. */
  private static boolean isBlock(char c) {
    return c >= UPPER_HALF && c <= FULL;
  }

  /** Equal blocks side by side as one rectangle: as letters they would leave gaps between rows. */
  private static int block(StringBuilder out, Frame frame, int row, int from, int to) {
    char c = frame.characterAt(from, row);
    int column = from;
    while (column < to && frame.characterAt(column, row) == c) {
      column++;
    }
    double height = c == UPPER_HALF ? ROW / 2.0 : ROW * (c - UPPER_HALF) / 8.0;
    double top = MARGIN + row * ROW + (c == UPPER_HALF ? 0 : ROW - height);
    out.append(
        format(
            "<rect x=\"%.1f\" y=\"%.2f\" width=\"%.1f\" height=\"%.2f\" fill=\"%s\"/>%n",
            MARGIN + from * COLUMN,
            top,
            (column - from) * COLUMN,
            height,
            ink(frame.styleAt(from, row))));
    return column;
  }

  private static String ink(Style style) {
    Ink ink = style.reverse() ? style.behind() : style.text();
    Ink normal = style.reverse() ? Ink.BLACK : Ink.WHITE;
    return (ink == Ink.DEFAULT ? normal : ink).hex();
  }

  private static String behind(Style style) {
    Ink ink = style.reverse() ? style.text() : style.behind();
    Ink normal = style.reverse() ? Ink.WHITE : Ink.BLACK;
    return (ink == Ink.DEFAULT ? normal : ink).hex();
  }

  private static String escaped(CharSequence text) {
    return text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
