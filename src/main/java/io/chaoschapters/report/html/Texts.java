package io.chaoschapters.report.html;

import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Texts and figures as the page shows them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Texts {
  public static final String NONE = "–";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Pattern ESCAPE_SEQUENCE =
      Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|.)");
  private static final double MINUTE = 60;
  private static final double TEN_SECONDS = 10;

  private Texts() {}

  /**
   * Without escape sequences, control characters, marks that turn the direction of writing, and
   * what XML cannot carry; line ends and tabs stay.
   */
  public static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    ESCAPE_SEQUENCE
        .matcher(text)
        .replaceAll("")
        .replace("\r\n", "\n")
        .codePoints()
        .filter(Texts::isAllowed)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    if (c == '\n' || c == '\t') {
      return true;
    }
    boolean turnsDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    return !Character.isISOControl(c)
        && Character.getType(c) != Character.SURROGATE
        && c != 0xFFFE
        && c != 0xFFFF
        && !turnsDirection;
  }

  /** A time that something took; a dash for none. */
  public static String duration(@Nullable Double seconds) {
    if (seconds == null || !Double.isFinite(seconds)) {
      return NONE;
    }
    if (seconds < 0.001) {
      return "under 1 ms";
    }
    if (seconds < 1) {
      return Math.round(seconds * 1000) + " ms";
    }
    if (seconds < MINUTE) {
      return RootLocale.format(seconds < TEN_SECONDS ? "%.2f s" : "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole / 60 + " min " + whole % 60 + " s";
  }

  /** A moment within a chapter. */
  public static String moment(double seconds) {
    return RootLocale.format("%.1f s", seconds);
  }

  public static String quantity(double value, String unit) {
    if (!Double.isFinite(value)) {
      return "unknown";
    }
    return Numbers.plain(value) + (unit.isEmpty() ? "" : " " + unit);
  }

  public static String date(Instant at) {
    return MOMENT.format(at);
  }

  public static String orNone(@Nullable String text) {
    return text == null || text.isBlank() ? NONE : text;
  }
}
