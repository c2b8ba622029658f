package io.chaoschapters.stage.text;

import java.text.Normalizer;
import org.apiguardian.api.API;
import org.jline.utils.WCWidth;

/**
 * Text from outside, made fit to be drawn.
 *
 * <p>Logs, answers of a model and error messages may hold escape sequences that move the cursor,
 * marks that turn the direction of writing, or characters that a terminal draws in an unknown
 * width. What is removed leaves no trace; what cannot be drawn becomes a replacement sign.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StageText {
  private static final char REPLACEMENT = '□';
  private static final char ESCAPE = 0x1b;
  private static final char DELETE = 0x7f;
  private static final char FIRST_WIDE = 0x1100;

  private StageText() {}

  /** Cleans a text and keeps its line ends, as {@code \n}. */
  public static String clean(String text) {
    return isClean(text) ? text : cleaned(text);
  }

  /** Most texts are plain ASCII, and every frame has hundreds. */
  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c >= DELETE) && c != '\n') {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String raw) {
    // A letter and its accent, or the parts of a Korean syllable, are one character where they can.
    String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ESCAPE) {
        i = EscapeSequence.end(text, i);
        continue;
      }
      i += append(out, text, i);
    }
    return out.toString();
  }

  /** Cleans a text and puts it on one line. */
  public static String cleanLine(String text) {
    return clean(text).replace('\n', ' ').strip();
  }

  /**
   * Cleans a table of several lines, such as an assertion's message, and reads it as a sentence.
   */
  public static String sentence(String table) {
    return cleanLine(table).replaceAll(": {2,}", ": ").replaceAll(" {2,}", ", ");
  }

  /** How many columns a clean text's character takes: 2 for East Asia's and for emoji, else 1. */
  public static int columns(char c) {
    return c >= FIRST_WIDE && WCWidth.wcwidth(c) == 2 ? 2 : 1;
  }

  /** Appends what is to be drawn for the character at {@code i}; returns how many it took. */
  private static int append(StringBuilder out, String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1))) {
      out.append(REPLACEMENT);
      return 2;
    }
    if (c == '\r') {
      boolean paired = i + 1 < text.length() && text.charAt(i + 1) == '\n';
      out.append('\n');
      return paired ? 2 : 1;
    }
    if (c == '\n') {
      out.append('\n');
    } else if (c == '\t') {
      out.append("  ");
    } else if (Character.isSpaceChar(c) && Character.getType(c) == Character.SPACE_SEPARATOR) {
      out.append(' ');
    } else if (Character.isSurrogate(c) || isNotDrawn(c)) {
      out.append(REPLACEMENT);
    } else if (isVisible(c)) {
      out.append(c);
    }
    return 1;
  }

  /** A letter that takes no column of its own, or a sign that terminals are not sent. */
  private static boolean isNotDrawn(char c) {
    Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
    return Character.isLetter(c) && WCWidth.wcwidth(c) == 0
        || block == Character.UnicodeBlock.HANGUL_JAMO_EXTENDED_B // the table says 1, terminals 0
        || block == Character.UnicodeBlock.SPECIALS;
  }

  /**
   * False for control characters, for format characters (bidirectional controls, zero width), for
   * marks that combine with their neighbor, and for code points without a meaning.
   */
  private static boolean isVisible(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
