package example;

import io.chaoschapters.subject.Reading;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/** What became of the jobs of the last seconds. */
final class JobCounts {
  /** Longer than an attempt may take, so that an outage has no gaps. */
  private static final long WINDOW_SECONDS = 4;

  private record Outcome(long nanos, boolean stored, double seconds) {}

  private final Deque<Outcome> outcomes = new ConcurrentLinkedDeque<>();
  private volatile boolean sending;

  void begin() {
    outcomes.clear();
    sending = true;
  }

  void end() {
    sending = false;
  }

  void add(boolean stored, double seconds) {
    outcomes.add(new Outcome(System.nanoTime(), stored, seconds));
  }

  /** Stored per second. */
  Reading stored() {
    return sending
        ? Reading.of((double) count(true) / WINDOW_SECONDS)
        : Reading.notYet("nobody sends jobs");
  }

  /** Not stored, all in all; none when none was sent. */
  Reading failed() {
    return Reading.of(count(false));
  }

  /** The longest that one took that was stored. */
  Reading slowest() {
    forgetOld();
    return outcomes.stream()
        .filter(Outcome::stored)
        .map(Outcome::seconds)
        .max(Double::compare)
        .map(Reading::of)
        .orElse(Reading.notYet("no job was stored"));
  }

  private long count(boolean stored) {
    forgetOld();
    return outcomes.stream().filter(outcome -> outcome.stored() == stored).count();
  }

  private void forgetOld() {
    long from = System.nanoTime() - TimeUnit.SECONDS.toNanos(WINDOW_SECONDS);
    outcomes.removeIf(outcome -> outcome.nanos() - from < 0);
  }
}
