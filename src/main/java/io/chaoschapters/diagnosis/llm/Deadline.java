package io.chaoschapters.diagnosis.llm;

import java.time.Duration;

/** The moment by which a question must be answered, all in all. */
record Deadline(Duration allowed, long nanos) {

  static Deadline in(Duration allowed) {
    return new Deadline(allowed, System.nanoTime() + allowed.toNanos());
  }

  /** The time that is left, at least nothing. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }
}
