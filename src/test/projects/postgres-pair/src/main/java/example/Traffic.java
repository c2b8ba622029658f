package example;

import io.chaoschapters.subject.Reading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the clients saw in the last seconds. */
final class Traffic {
  private static final double WINDOW_SECONDS = 3;

  private final Deque<Seen> newest = new ArrayDeque<>();

  private record Seen(long atNanos, double seconds, boolean succeeded) {}

  synchronized void finished(double seconds, boolean succeeded) {
    newest.addLast(new Seen(System.nanoTime(), seconds, succeeded));
    forget();
  }

  private void forget() {
    long from = System.nanoTime() - (long) (WINDOW_SECONDS * TimeUnit.SECONDS.toNanos(1));
    while (!newest.isEmpty() && newest.getFirst().atNanos - from < 0) {
      newest.removeFirst();
    }
  }

  synchronized Reading perSecond() {
    forget();
    return Reading.of(newest.size() / WINDOW_SECONDS);
  }

  synchronized Reading failedPercent() {
    forget();
    long failed = newest.stream().filter(seen -> !seen.succeeded).count();
    return newest.isEmpty() ? nothing() : Reading.of(100.0 * failed / newest.size());
  }

  synchronized Reading seconds95() {
    forget();
    List<Double> sorted = newest.stream().map(Seen::seconds).sorted().toList();
    return sorted.isEmpty()
        ? nothing()
        : Reading.of(sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1));
  }

  private static Reading nothing() {
    return Reading.unknown("nothing came to an end in the last seconds");
  }
}
