package io.chaoschapters.diagnosis.llm.chat;

import java.time.Duration;
import org.apiguardian.api.API;

/** The moment by which a question must be answered, all in all. */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Deadline(Duration allowed, long nanos) {

  public static Deadline in(Duration allowed) {
    return new Deadline(allowed, System.nanoTime() + allowed.toNanos());
  }

  /** The time that is left, at least nothing. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }
}
