package io.chaoschapters.stage.frame;

import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/** The terminal's own color, and the sixteen that every terminal has. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Ink {
  DEFAULT(-1, 0),
  BLACK(0, 0x10141a),
  RED(1, 0xc62f2f),
  GREEN(2, 0x2fa84f),
  YELLOW(3, 0xd0a215),
  BLUE(4, 0x2f6fd0),
  MAGENTA(5, 0xa347ba),
  CYAN(6, 0x22a3b0),
  WHITE(7, 0xd3d7cf),
  BLACK_BRIGHT(8, 0x8a9099),
  RED_BRIGHT(9, 0xff6b6b),
  GREEN_BRIGHT(10, 0x63e07f),
  YELLOW_BRIGHT(11, 0xffd75f),
  BLUE_BRIGHT(12, 0x74a9ff),
  MAGENTA_BRIGHT(13, 0xe08bf0),
  CYAN_BRIGHT(14, 0x66e0ea),
  WHITE_BRIGHT(15, 0xffffff);

  private static final int BRIGHT = 8;

  private final int index;
  private final int rgb;

  Ink(int index, int rgb) {
    this.index = index;
    this.rgb = rgb;
  }

  /** How a picture shows it, such as {@code #c62f2f}. */
  public String hex() {
    return RootLocale.format("#%06x", rgb);
  }

  /** The parameter that sets it as the color of text (ECMA-48 SGR, and aixterm's bright ones). */
  int foregroundCode() {
    return code(30, 90);
  }

  /** The parameter that sets it as the color behind text. */
  int backgroundCode() {
    return code(40, 100);
  }

  private int code(int normal, int bright) {
    if (index < 0) {
      return normal + 9;
    }
    return index < BRIGHT ? normal + index : bright + index - BRIGHT;
  }
}
