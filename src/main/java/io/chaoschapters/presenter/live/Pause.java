package io.chaoschapters.presenter.live;

import io.chaoschapters.run.Waiting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A pause of the show.
 *
 * @param what it rests for, as the stage says it
 * @param seconds how long, 0 for not at all, or null until the presenter says so
 * @param last whether it is the one after the last chapter
 */
record Pause(String what, @Nullable Double seconds, boolean last) {
  private static final double MILLIS = 1000;

  static Pause none() {
    return new Pause("nothing", 0.0, false);
  }

  static Pause of(String what, double seconds) {
    return new Pause(what, seconds, false);
  }

  static Pause untilCue(String what) {
    return new Pause(what, null, false);
  }

  /** Until the presenter has had the last word. */
  static Pause atEnd(String what) {
    return new Pause(what, null, true);
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
