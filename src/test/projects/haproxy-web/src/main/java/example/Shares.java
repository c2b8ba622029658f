package example;

import io.chaoschapters.subject.Reading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** How the requests of the last seconds were spread over the servers. */
final class Shares {
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(4);
  private static final long ENOUGH = 6;

  private final Deque<Counted> newest = new ArrayDeque<>();

  private record Counted(long atNanos, List<Long> requests) {}

  /** Adds what was counted since the start, and returns the largest share since a while ago. */
  synchronized Reading largestPercent(List<Long> requests) {
    long now = System.nanoTime();
    newest.addLast(new Counted(now, List.copyOf(requests)));
    while (newest.getFirst().atNanos - (now - WINDOW_NANOS) < 0) {
      newest.removeFirst();
    }
    List<Long> before = newest.getFirst().requests;
    List<Long> since =
        IntStream.range(0, requests.size()).mapToObj(i -> requests.get(i) - before.get(i)).toList();
    long all = since.stream().mapToLong(Long::longValue).sum();
    if (all < ENOUGH || since.stream().anyMatch(count -> count < 0)) {
      return Reading.unknown("too few requests in the last seconds");
    }
    return Reading.of(100.0 * since.stream().mapToLong(Long::longValue).max().orElse(0) / all);
  }
}
