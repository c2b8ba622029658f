package io.chaoschapters.presenter.live;

import io.chaoschapters.run.Waiting;
import java.time.Duration;
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

  /** What the journal says of it. */
  Waiting waiting() {
    if (!isUntilCue()) {
      return Waiting.of(Waiting.Kind.COUNTDOWN, what, duration());
    }
    return Waiting.of(last ? Waiting.Kind.LAST_CUE : Waiting.Kind.CUE, what);
  }
}
