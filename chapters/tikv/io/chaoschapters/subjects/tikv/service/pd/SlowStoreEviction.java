package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PD's evict-slow-store scheduler: one store whose slow score reaches 100 leads nothing until the
 * score is 1 again and ten minutes are over. When several are that slow, it does nothing.
 */
final class SlowStoreEviction {
  private static final int SLOW = 100;
  private static final int RECOVERED = 1;
  private static final Duration AT_LEAST = Duration.ofSeconds(600);

  private final ClusterState state;
  private final ServerLog log;
  private final Clock clock;
  private @Nullable Long evicted;
  private Instant since = Instant.EPOCH;

  SlowStoreEviction(ClusterState state, Clock clock, ServerLog log) {
    this.log = log;
    this.state = state;
    this.clock = clock;
  }

  synchronized void run() {
    if (!state.schedulers().runs(Schedulers.EVICT_SLOW_STORE)) {
      evicted = null;
    } else if (evicted == null) {
      look();
    } else if (isOver(evicted)) {
      log.info("evict_slow_store.go", "slow store has been recovered", "store-id", evicted);
      evicted = null;
    }
  }

  private void look() {
    List<StoreInfo> slow =
        state.stores().stream()
            .filter(store -> state.isUp(store) && store.slowScore() >= SLOW)
            .toList();
    if (slow.size() == 1) {
      evicted = slow.get(0).id();
      since = clock.instant();
      log.info(
          "evict_slow_store.go",
          "detected slow store, start to evict leaders",
          "store-id",
          evicted);
    }
  }

  private boolean isOver(long store) {
    boolean recovered = state.store(store).map(s -> s.slowScore() <= RECOVERED).orElse(true);
    return recovered && Duration.between(since, clock.instant()).compareTo(AT_LEAST) >= 0;
  }

  synchronized boolean isEvicted(long store) {
    return evicted != null && evicted == store;
  }
}
