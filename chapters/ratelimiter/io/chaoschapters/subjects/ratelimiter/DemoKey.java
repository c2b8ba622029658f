package io.chaoschapters.subjects.ratelimiter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A fresh key for one experiment, in a window that lasts for all of it.
 *
 * @param name the key
 * @param window length of its window
 */
record DemoKey(String name, Duration window) {
  private static final Duration NEEDED = Duration.ofMinutes(10);

  /** No two of these end together, unless it is midnight UTC on every seventh day or so. */
  private static final List<Duration> LENGTHS =
      List.of(Duration.ofMinutes(60), Duration.ofMinutes(77), Duration.ofMinutes(95));

  /** Takes the first length whose present window goes on for long enough: a rollover spoils all. */
  static DemoKey at(Instant now, int number) {
    return LENGTHS.stream()
        .filter(length -> left(now, length).compareTo(NEEDED) >= 0)
        .findFirst()
        .map(length -> new DemoKey("demo-" + number, length))
        .orElseGet(() -> new DemoKey("demo-" + number, Duration.ofHours(24 * 31)));
  }

  private static Duration left(Instant now, Duration length) {
    return Duration.ofMillis(length.toMillis() - now.toEpochMilli() % length.toMillis());
  }
}
