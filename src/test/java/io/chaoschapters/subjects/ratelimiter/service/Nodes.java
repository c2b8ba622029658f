package io.chaoschapters.subjects.ratelimiter.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** Nodes over one {@link MemoryStore}, with a clock that stands still; syncs are called by hand. */
final class Nodes {
  static final String KEY = "k";
  static final int CAPACITY = 10;
  static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(3_600_000_000L), ZoneOffset.UTC);
  static final Window WINDOW = Window.at(CLOCK.millis(), 3_600_000);

  final MemoryStore store = new MemoryStore(CLOCK);
  final List<RateLimiter> all;

  Nodes(int count, long limit, LimitMode mode, SyncPolicy policy, FailMode fail) {
    NodeSettings settings = settings(mode, policy, fail);
    all =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new RateLimiter(
                        "n" + i,
                        "1",
                        store.as("n" + i),
                        settings,
                        new Limit(limit, WINDOW.lengthMillis()),
                        CAPACITY,
                        CLOCK))
            .toList();
    all.forEach(node -> node.limit(KEY, new Limit(limit, WINDOW.lengthMillis())));
  }

  static NodeSettings settings(LimitMode mode, SyncPolicy policy, FailMode fail) {
    return new NodeSettings(mode, policy, fail, Duration.ofMinutes(1));
  }

  boolean check(int node) {
    return all.get(node).check(KEY).allowed();
  }

  /** Twice, so that each node has read what the others sent. */
  void syncAll() {
    all.forEach(RateLimiter::sync);
    all.forEach(RateLimiter::sync);
  }

  KeyState state(int node) {
    return all.get(node).keyStates().findFirst().orElseThrow();
  }

  long admitted() {
    return states().stream().mapToLong(KeyState::admitted).sum();
  }

  long pending() {
    return states().stream().mapToLong(KeyState::pending).sum();
  }

  private List<KeyState> states() {
    return all.stream().flatMap(RateLimiter::keyStates).toList();
  }

  /** C + P - A. */
  long residual() {
    boolean totals = all.get(0).settings().countKind() == CountKind.TOTALS;
    long count = totals ? store.sumOfTotals(KEY, WINDOW) : store.counter(KEY, WINDOW);
    return count + pending() - admitted();
  }
}
