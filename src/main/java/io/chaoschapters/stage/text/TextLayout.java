package io.chaoschapters.stage.text;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Breaks texts from anywhere into lines that fit; whatever they hold, it is cleaned first. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TextLayout {
  private TextLayout() {}

  /** How many columns a text takes. */
  public static int width(String text) {
    String clean = StageText.clean(text);
    int width = 0;
    for (int i = 0; i < clean.length(); i++) {
      width += StageText.columns(clean.charAt(i));
    }
    return width;
  }

  /** The longest head of a text that fits, with a mark at its end when something was cut. */
  public static String fit(String text, int columns, Symbols symbols) {
    String clean = StageText.clean(text);
    if (end(clean, 0, columns) == clean.length()) {
      return clean;
    }
    String mark = symbols.pick("…", "~");
    int end = end(clean, 0, Math.max(0, columns - 1));
    return columns <= 0 ? "" : clean.substring(0, end).stripTrailing() + mark;
  }

  /**
   * Lines of prose. A single line end is a space; an empty line parts paragraphs; a line that is
   * indented or begins with a dash stays a line of its own.
   */
  public static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String raw : StageText.clean(text).strip().split("\n", -1)) {
      String line = raw.stripTrailing();
      boolean ownLine = line.isEmpty() || line.startsWith("  ") || line.startsWith("- ");
      if (ownLine) {
        flush(paragraph, columns, lines);
      }
      if (line.isEmpty()) {
        lines.add("");
      } else {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
      }
    }
    flush(paragraph, columns, lines);
    return lines;
  }

  private static void flush(StringBuilder paragraph, int columns, List<String> lines) {
    if (!paragraph.isEmpty()) {
      breakLine(paragraph.toString(), columns, lines);
      paragraph.setLength(0);
    }
  }

  /** Lines of text as it is; each of its lines is broken for itself. */
  public static List<String> wrapLines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (String line : StageText.clean(text).stripTrailing().split("\n", -1)) {
      breakLine(line, columns, lines);
    }
    return lines;
  }

  private static void breakLine(String text, int columns, List<String> lines) {
    int room = Math.max(1, columns);
    int start = 0;
    int end = end(text, start, room);
    while (end < text.length()) {
      end = Math.max(start + 1, end);
      int space = text.lastIndexOf(' ', end);
      int least = start + (end - start) / 3;
      int part = text.lastIndexOf('/', end - 1) + 1; // A path is broken between its names.
      int cut = space > least ? space : part > least ? part : end;
      lines.add(text.substring(start, cut).stripTrailing());
      start = cut;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
      end = end(text, start, room);
    }
    lines.add(text.substring(start));
  }

  private static int end(String text, int start, int columns) {
    int used = 0;
    int i = start;
    while (i < text.length()) {
      used += StageText.columns(text.charAt(i));
      if (used > columns) {
        return i;
      }
      i++;
    }
    return i;
  }
}
