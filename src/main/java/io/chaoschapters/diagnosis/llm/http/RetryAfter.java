package io.chaoschapters.diagnosis.llm.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads how long a server asks to wait, as RFC 9110 and some providers write it. */
final class RetryAfter {
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

  private static @Nullable Duration until(String date, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
    } catch (DateTimeException e) {
      return null; // A header that nobody can read asks for nothing.
    }
  }
}
