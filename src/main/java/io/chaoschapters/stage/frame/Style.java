package io.chaoschapters.stage.frame;

import org.apiguardian.api.API;

/**
 * How a character is drawn.
 *
 * @param text the color of the character
 * @param behind the color behind it
 * @param bold whether it is bold
 * @param reverse whether the two colors change places
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Style(Ink text, Ink behind, boolean bold, boolean reverse) {
  /** The terminal's own. */
  public static final Style PLAIN = new Style(Ink.DEFAULT, Ink.DEFAULT, false, false);

  /** The escape sequence that makes a terminal draw so, whatever it drew like before. */
  public String escape() {
    return "\u001b[0;"
        + (bold ? "1;" : "")
        + (reverse ? "7;" : "")
        + text.foregroundCode()
        + ";"
        + behind.backgroundCode()
        + "m";
  }
}
