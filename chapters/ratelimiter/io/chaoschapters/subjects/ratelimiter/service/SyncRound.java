package io.chaoschapters.subjects.ratelimiter.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One sync: sends what is pending, reads the shared counts, in batches over one connection.
 *
 * <p>In batched mode a key with a limit of its own is read even before its first check here; any
 * other key from its first check on. A batch that fails ends the round: it and those after it are
 * treated as failed. With nothing to exchange the store is still asked, so that the age of the last
 * sync tells whether it answers.
 */
final class SyncRound {
  private static final int BATCH = 256;

  private final SharedStore store;
  private final KeyTable keys;
  private final SyncHealth health;
  private final Supplier<NodeSettings> settings;
  private final Clock clock;

  SyncRound(
      SharedStore store,
      KeyTable keys,
      SyncHealth health,
      Supplier<NodeSettings> settings,
      Clock clock) {
    this.store = store;
    this.keys = keys;
    this.health = health;
    this.settings = settings;
    this.clock = clock;
  }

  private record Work(KeyWindow window, SyncStart start) {}

  /** Returns whether the store answered. One caller at a time, or hits would be sent twice. */
  synchronized boolean run() {
    long now = clock.millis();
    NodeSettings current = settings.get();
    List<Work> work = collect(now, current.mode());
    int done = 0;
    try {
      do {
        List<Work> batch = work.subList(done, Math.min(done + BATCH, work.size()));
        List<Long> counts = store.sync(batch.stream().map(item -> item.start().item()).toList());
        long answered = clock.millis();
        for (int i = 0; i < batch.size(); i++) {
          batch.get(i).window().syncSucceeded(batch.get(i).start(), counts.get(i), answered);
        }
        done += batch.size();
      } while (done < work.size());
      health.succeeded(clock.millis());
      keys.evictIdle(now);
      return true;
    } catch (StoreUnavailableException e) {
      failed(
          work.subList(done, work.size()),
          current.dropsFailedSync(),
          String.valueOf(e.getMessage()));
      return false;
    }
  }

  private List<Work> collect(long now, LimitMode mode) {
    List<Work> work = new ArrayList<>();
    for (TrackedKey key : keys.all()) {
      if (mode == LimitMode.BATCHED && key.explicit()) {
        key.windowAt(now);
      }
      for (KeyWindow window : key.windows()) {
        boolean readAlways = mode == LimitMode.BATCHED && !window.window().isOver(now);
        if (window.wantsSync(readAlways)) {
          work.add(new Work(window, window.startSync(key.key())));
        }
      }
    }
    return work;
  }

  private void failed(List<Work> work, boolean drop, String error) {
    long discarded = 0;
    long pending = 0;
    for (Work item : work) {
      discarded += item.window().syncFailed(item.start(), drop);
      pending += item.window().pending();
    }
    health.failed(clock.millis(), error, discarded, pending);
  }
}
