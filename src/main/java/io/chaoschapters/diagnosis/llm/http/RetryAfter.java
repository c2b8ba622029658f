package io.chaoschapters.diagnosis.llm.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long a server asks to wait, as RFC 9110 and some providers write it. */
final class RetryAfter {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:try again in|retry in|retry after|\"retryDelay\"\\s*:\\s*\")\\s*(?<number>\\d{1,6}(?:\\.\\d{1,9})?)\\s*(?<unit>ms|s)",
          Pattern.CASE_INSENSITIVE);

  private RetryAfter() {}

  /** The time to wait, at least nothing; null when the server does not say, or not so. */
  static @Nullable Duration of(HttpHeaders headers, Instant now) {
    String millis = headers.firstValue("retry-after-ms").orElse("");
    if (millis.matches("\\d{1,12}(\\.\\d+)?")) {
      return Duration.ofMillis((long) Double.parseDouble(millis));
    }
    String value = headers.firstValue("retry-after").orElse("").strip();
    if (value.matches("\\d{1,9}(\\.\\d+)?")) {
      return Duration.ofMillis((long) (1000 * Double.parseDouble(value)));
    }
    return value.isEmpty() ? null : until(value, now);
  }

  /** What it says in the words of an error, as those do that send no header. */
  static @Nullable Duration in(String words) {
    Matcher found = WORDS.matcher(words);
    if (!found.find()) {
      return null;
    }
    double number = Double.parseDouble(found.group("number"));
    return Duration.ofMillis((long) (found.group("unit").equals("ms") ? number : 1000 * number));
  }

  private static @Nullable Duration until(String date, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
    } catch (DateTimeException e) {
      return null; // An unreadable header asks for nothing.
    }
  }
}
