package io.chaoschapters.stage.text;

import java.text.Normalizer;

/** What stands for other characters where only ASCII can be shown. */
final class AsciiLetters {
  private AsciiLetters() {}

  /** An ASCII character for any other: its twin or its base letter, else a question mark. */
  static char of(char c) {
    return switch (c) {
      case '–', '—', '−' -> '-';
      case '‘', '’' -> '\'';
      case '“', '”', '„' -> '"';
      case '…' -> '~';
      case '≤' -> '<';
      case '≥' -> '>';
      case '→' -> '>';
      case '←' -> '<';
      case '↑' -> '^';
      case '↓' -> 'v';
      case '·', '×' -> '*';
      default -> base(c);
    };
  }

  private static char base(char c) {
    char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).charAt(0);
    return base >= ' ' && base < 0x7f ? base : '?';
  }
}
