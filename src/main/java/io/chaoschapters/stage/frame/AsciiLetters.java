package io.chaoschapters.stage.frame;

import java.text.Normalizer;

/** The letter beneath an accent. */
final class AsciiLetters {
  private AsciiLetters() {}

  /** An ASCII character for any other: its base letter where it has one, else a question mark. */
  static char of(char c) {
    char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).charAt(0);
    return base >= ' ' && base < 0x7f ? base : '?';
  }
}
