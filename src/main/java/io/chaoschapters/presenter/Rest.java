package io.chaoschapters.presenter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rest of the show.
 *
 * @param what it rests for, as the stage says it
 * @param seconds how long, 0 for not at all, or null until the presenter says so
 */
record Rest(String what, @Nullable Double seconds) {
  private static final double MILLIS = 1000;

  static Rest none() {
    return new Rest("nothing", 0.0);
  }

  static Rest of(String what, double seconds) {
    return new Rest(what, seconds);
  }

  static Rest untilCue(String what) {
    return new Rest(what, null);
  }

  boolean isNone() {
    return seconds != null && seconds <= 0;
  }

  boolean isUntilCue() {
    return seconds == null;
  }

  Duration duration() {
    return seconds == null ? Duration.ZERO : Duration.ofMillis(Math.round(seconds * MILLIS));
  }

  /** As the journal's entry WAITING has it. */
  Map<String, Object> facts() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("what", what);
    data.put("kind", isUntilCue() ? "key" : "countdown");
    if (seconds != null) {
      data.put("atMost", seconds);
    }
    return data;
  }
}
