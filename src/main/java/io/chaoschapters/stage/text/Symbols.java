package io.chaoschapters.stage.text;

import java.nio.charset.Charset;
import org.apiguardian.api.API;

/** The two sets of signs that a stage draws with. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Symbols {
  /** Signs of the Basic Multilingual Plane, each one column wide. */
  UNICODE,
  /** The printable part of ASCII only. */
  ASCII;

  private static final char LAST_PRINTABLE = '~';
  private static final String PROBE = "✓■●◆│▁█…";

  /** The richest set that a character set can carry. */
  public static Symbols forCharset(Charset charset) {
    return charset.canEncode() && charset.newEncoder().canEncode(PROBE) ? UNICODE : ASCII;
  }

  /** The character that this set draws for one of a text from anywhere. */
  public char draw(char c) {
    return this == UNICODE || c <= LAST_PRINTABLE ? c : AsciiLetters.of(c);
  }

  /** A text from anywhere, in the characters of this set. */
  public String draw(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars().forEach(c -> out.append(draw((char) c)));
    return out.toString();
  }

  /** Chooses between a sign and its ASCII twin. */
  public char pick(char unicode, char ascii) {
    return this == UNICODE ? unicode : ascii;
  }

  /** Chooses between a text and its ASCII twin. */
  public String pick(String unicode, String ascii) {
    return this == UNICODE ? unicode : ascii;
  }
}
