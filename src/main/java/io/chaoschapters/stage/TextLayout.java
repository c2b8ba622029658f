package io.chaoschapters.stage;

import java.util.ArrayList;
import java.util.List;

/** Breaks clean text into lines that fit. */
final class TextLayout {
  private TextLayout() {}

  /** How many columns a text takes. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += StageText.columns(text.charAt(i));
    }
    return width;
  }

  /** The longest head of a text that fits, with a mark at its end when something was cut. */
  static String fit(String text, int columns, Symbols symbols) {
    if (width(text) <= columns) {
      return text;
    }
    String mark = symbols.pick("…", "~");
    int end = end(text, 0, Math.max(0, columns - 1));
    return columns <= 0 ? "" : text.substring(0, end).stripTrailing() + mark;
  }

  /**
   * Lines of prose. A single line end is a space; an empty line parts paragraphs; a line that is
   * indented or begins with a dash stays a line of its own.
   */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String raw : text.strip().split("\n", -1)) {
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
  static List<String> wrapLines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (String line : text.stripTrailing().split("\n", -1)) {
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
      int cut = space > start + (end - start) / 3 ? space : end;
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
