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
 * @param last whether it is the one after the last chapter
 */
record Rest(String what, @Nullable Double seconds, boolean last) {
  private static final double MILLIS = 1000;

  static Rest none() {
    return new Rest("nothing", 0.0, false);
  }

  static Rest of(String what, double seconds) {
    return new Rest(what, seconds, false);
  }

  static Rest untilCue(String what) {
    return new Rest(what, null, false);
  }

  /** Until the presenter has had the last word. */
  static Rest atEnd(String what) {
    return new Rest(what, null, true);
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

  private String kind() {
    if (last) {
      return "end";
    }
    return isUntilCue() ? "key" : "countdown";
  }

  /** As the journal's entry WAITING has it. */
  Map<String, Object> facts() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("what", what);
    data.put("kind", kind());
    if (seconds != null) {
      data.put("atMost", seconds);
    }
    return data;
  }
}
