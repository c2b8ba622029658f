package io.chaoschapters.stage.text;

/** Finds where a terminal's escape sequence ends (ECMA-48, sections 5.3 to 5.6). */
final class EscapeSequence {
  private static final char BELL = 0x07;
  private static final char ESCAPE = 0x1b;

  private EscapeSequence() {}

  /** The index behind the sequence that starts at {@code start}, which holds an escape. */
  static int end(String text, int start) {
    int i = start + 1;
    if (i >= text.length()) {
      return i;
    }
    return switch (text.charAt(i)) {
      case '[' -> endOfControlSequence(text, i + 1);
      case ']', 'P', '^', '_', 'X' -> endOfString(text, i + 1);
      default -> i;
    };
  }

  private static int endOfControlSequence(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= 0x20 && text.charAt(i) <= 0x3f) {
      i++;
    }
    boolean hasFinalByte = i < text.length() && text.charAt(i) >= 0x40 && text.charAt(i) <= 0x7e;
    return hasFinalByte ? i + 1 : i;
  }

  /** An unterminated string ends with its line, so that it cannot swallow what follows. */
  private static int endOfString(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == BELL) {
        return i + 1;
      }
      if (c == ESCAPE) {
        return i + 1 < text.length() && text.charAt(i + 1) == '\\' ? i + 2 : i;
      }
      if (c == '\n') {
        return i;
      }
    }
    return text.length();
  }
}
