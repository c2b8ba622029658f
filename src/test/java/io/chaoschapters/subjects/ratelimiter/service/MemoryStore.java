package io.chaoschapters.subjects.ratelimiter.service;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A store in memory that fails when told to, as a model of Redis. */
final class MemoryStore {
  /** How the next exchanges go. */
  enum Link {
    UP,
    /** The request is lost. */
    REQUEST_LOST,
    /** The request is carried out, the reply is lost. */
    REPLY_LOST
  }

  private final Map<String, Long> counters = new HashMap<>();
  private final Map<String, Map<String, Long>> totals = new HashMap<>();
  private final Clock clock;
  Link link = Link.UP;

  MemoryStore(Clock clock) {
    this.clock = clock;
  }

  synchronized long counter(String key, Window window) {
    return counters.getOrDefault(StoreKeys.counter(key, window.lengthMillis(), window.id()), 0L);
  }

  synchronized long sumOfTotals(String key, Window window) {
    String name = StoreKeys.totals(key, window.lengthMillis(), window.id());
    return totals.getOrDefault(name, Map.of()).values().stream().mapToLong(n -> n).sum();
  }

  /** The store as one node sees it. */
  SharedStore as(String node) {
    return new SharedStore() {
      @Override
      public StrictReply check(String key, Limit limit) throws StoreUnavailableException {
        Window window = Window.at(clock.millis(), limit.windowMillis());
        return exchange(
            () -> {
              long count = counter(key, window);
              boolean allowed = count < limit.limit();
              if (allowed) {
                add(key, window, 1);
              }
              return new StrictReply(allowed, allowed ? count + 1 : count, window, clock.millis());
            });
      }

      @Override
      public List<Long> sync(List<SyncItem> items) throws StoreUnavailableException {
        return exchange(() -> items.stream().map(item -> apply(node, item)).toList());
      }

      @Override
      public void setCounter(String key, Window window, long count)
          throws StoreUnavailableException {
        exchange(() -> add(key, window, count - counter(key, window)));
      }

      @Override
      public void close() {}
    };
  }

  private synchronized <T> T exchange(java.util.function.Supplier<T> work)
      throws StoreUnavailableException {
    if (link == Link.REQUEST_LOST) {
      throw new StoreUnavailableException("request lost", new IllegalStateException());
    }
    T reply = work.get();
    if (link == Link.REPLY_LOST) {
      throw new StoreUnavailableException("reply lost", new IllegalStateException());
    }
    return reply;
  }

  private long add(String key, Window window, long hits) {
    return counters.merge(
        StoreKeys.counter(key, window.lengthMillis(), window.id()), hits, Long::sum);
  }

  private long apply(String node, SyncItem item) {
    if (item.kind() == CountKind.COUNTER) {
      return add(item.key(), item.window(), item.amount());
    }
    Window window = item.window();
    totals
        .computeIfAbsent(
            StoreKeys.totals(item.key(), window.lengthMillis(), window.id()), k -> new HashMap<>())
        .merge(node, item.amount(), Math::max);
    return sumOfTotals(item.key(), window);
  }
}
