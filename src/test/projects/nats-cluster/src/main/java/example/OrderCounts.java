package example;

import io.chaoschapters.subject.Reading;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/** What became of the orders of the last seconds. */
final class OrderCounts {
  private static final long WINDOW_SECONDS = 3;

  private record Outcome(long nanos, boolean acknowledged) {}

  private final Deque<Outcome> outcomes = new ConcurrentLinkedDeque<>();
  private volatile boolean sending;

  void begin() {
    outcomes.clear();
    sending = true;
  }

  void end() {
    sending = false;
  }

  void add(boolean acknowledged) {
    outcomes.add(new Outcome(System.nanoTime(), acknowledged));
  }

  /** Acknowledged per second. */
  Reading acknowledged() {
    return sending
        ? Reading.of((double) count(true) / WINDOW_SECONDS)
        : Reading.notYet("nobody sends orders");
  }

  /** Not acknowledged, all in all; none when none was sent. */
  Reading failed() {
    return Reading.of(count(false));
  }

  private long count(boolean acknowledged) {
    long from = System.nanoTime() - TimeUnit.SECONDS.toNanos(WINDOW_SECONDS);
    outcomes.removeIf(outcome -> outcome.nanos() - from < 0);
    return outcomes.stream().filter(outcome -> outcome.acknowledged() == acknowledged).count();
  }
}
