package io.chaoschapters.stage.frame;

import static io.chaoschapters.stage.frame.Ink.*;

import io.chaoschapters.text.RootLocale;
import java.util.Locale;
import org.apiguardian.api.API;

/** Which colors the stage uses. Color only adds to words and signs, so that any will do. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Palette {
  /** Light text on black. */
  DARK {
    @Override
    Style style(Tone tone) {
      return switch (tone) {
        case TEXT -> plain(WHITE, BLACK);
        case STRONG, KEY -> bold(WHITE_BRIGHT, BLACK);
        case MUTED, RULE -> plain(BLACK_BRIGHT, BLACK);
        case GOOD -> plain(GREEN_BRIGHT, BLACK);
        case BAD -> bold(RED_BRIGHT, BLACK);
        case WARN, LIMIT -> plain(YELLOW_BRIGHT, BLACK);
        case UNSURE -> plain(MAGENTA_BRIGHT, BLACK);
        case ANSWER -> bold(CYAN_BRIGHT, BLACK);
        case CHART -> plain(BLUE_BRIGHT, BLACK);
        case LABEL -> bold(BLACK, YELLOW_BRIGHT);
        case STATUS_NORMAL -> bold(BLACK, GREEN);
        case STATUS_INJECTING -> bold(WHITE_BRIGHT, RED);
        case STATUS_RECOVERING -> bold(BLACK, YELLOW);
        case STATUS_UNKNOWN -> bold(BLACK, WHITE);
      };
    }
  },
  /** Dark text on white. */
  LIGHT {
    @Override
    Style style(Tone tone) {
      return switch (tone) {
        // Gray on white is too faint for the last row.
        case TEXT, MUTED -> plain(BLACK, WHITE_BRIGHT);
        case STRONG, KEY -> bold(BLACK, WHITE_BRIGHT);
        case RULE -> plain(BLACK_BRIGHT, WHITE_BRIGHT);
        case GOOD, CHART -> plain(BLUE, WHITE_BRIGHT);
        case BAD -> bold(RED, WHITE_BRIGHT);
        case WARN, LIMIT, UNSURE -> bold(MAGENTA, WHITE_BRIGHT);
        case ANSWER -> bold(BLUE, WHITE_BRIGHT);
        case LABEL -> bold(BLACK, YELLOW_BRIGHT);
        case STATUS_NORMAL -> bold(BLACK, GREEN);
        case STATUS_INJECTING -> bold(WHITE_BRIGHT, RED);
        case STATUS_RECOVERING -> bold(BLACK, YELLOW);
        case STATUS_UNKNOWN -> bold(WHITE_BRIGHT, BLACK);
      };
    }
  },
  /** Blue against yellow, which people with red-green blindness can tell apart. */
  COLOUR_BLIND {
    @Override
    Style style(Tone tone) {
      return switch (tone) {
        case TEXT -> plain(WHITE, BLACK);
        case STRONG, KEY -> bold(WHITE_BRIGHT, BLACK);
        case MUTED, RULE -> plain(BLACK_BRIGHT, BLACK);
        case GOOD, CHART -> plain(BLUE_BRIGHT, BLACK);
        case BAD -> bold(YELLOW_BRIGHT, BLACK);
        case WARN, LIMIT, UNSURE -> bold(WHITE_BRIGHT, BLACK);
        case ANSWER -> bold(BLUE_BRIGHT, BLACK);
        case LABEL -> bold(BLACK, WHITE_BRIGHT);
        case STATUS_NORMAL -> bold(WHITE_BRIGHT, BLUE);
        case STATUS_INJECTING -> bold(BLACK, YELLOW_BRIGHT);
        case STATUS_RECOVERING -> bold(BLACK, WHITE_BRIGHT);
        case STATUS_UNKNOWN -> bold(BLACK, BLACK_BRIGHT);
      };
    }
  },
  /** The terminal's own colors, with bold and reverse. */
  MONOCHROME {
    @Override
    Style style(Tone tone) {
      return switch (tone) {
        case STRONG, KEY, BAD, WARN, ANSWER -> bold(DEFAULT, DEFAULT);
        case LABEL, STATUS_NORMAL, STATUS_INJECTING, STATUS_RECOVERING, STATUS_UNKNOWN ->
            new Style(DEFAULT, DEFAULT, true, true);
        default -> Style.PLAIN;
      };
    }
  };

  abstract Style style(Tone tone);

  /**
   * Reads a palette's name: dark, light, colour-blind or monochrome.
   *
   * @throws IllegalArgumentException naming the known ones
   */
  public static Palette of(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (Palette palette : values()) {
      if (palette.name().equals(wanted)) {
        return palette;
      }
    }
    throw new IllegalArgumentException(
        RootLocale.format("No theme '%s' (known: dark, light, colour-blind, monochrome).", name));
  }

  private static Style plain(Ink text, Ink behind) {
    return new Style(text, behind, false, false);
  }

  private static Style bold(Ink text, Ink behind) {
    return new Style(text, behind, true, false);
  }
}
