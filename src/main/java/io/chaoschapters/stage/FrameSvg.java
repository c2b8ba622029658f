package io.chaoschapters.stage;

import java.util.Locale;
import org.apiguardian.api.API;

/** A frame as a picture (SVG 1.1), one text element a run of characters in one style. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FrameSvg {
  private static final double COLUMN = 8.4;
  private static final int ROW = 18;
  private static final int BASELINE = 14;
  private static final int MARGIN = 8;

  private FrameSvg() {}

  /** The picture as a document of its own; it asks for nothing from the network. */
  public static String of(Frame frame) {
    double width = frame.width() * COLUMN + 2 * MARGIN;
    int height = frame.height() * ROW + 2 * MARGIN;
    StringBuilder out = new StringBuilder();
    out.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.1f %d\""
                + " font-family=\"DejaVu Sans Mono,Menlo,Consolas,monospace\" font-size=\"14\""
                + " xml:space=\"preserve\">%n",
            width, height));
    out.append(format("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n", paper(frame)));
    for (int row = 0; row < frame.height(); row++) {
      row(out, frame, row);
    }
    return out.append("</svg>\n").toString();
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
    StringBuilder text = new StringBuilder();
    for (int column = from; column < to; column++) {
      char c = frame.characterAt(column, row);
      if (c != Frame.CONTINUED) {
        text.append(c);
      }
    }
    if (!text.toString().isBlank()) {
      out.append(
          format(
              "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" fill=\"%s\"%s>%s</text>%n",
              x,
              y + BASELINE,
              width,
              ink(style),
              style.bold() ? " font-weight=\"bold\"" : "",
              escaped(text)));
    }
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

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
