package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.SafeEncoder;

/** Has the store's only thread sleep again and again; it ends with the connection that asks. */
final class StoreNaps implements Fault {
  private static final Duration MARGIN = Duration.ofSeconds(2);
  private static final int LOOKS = 4;

  private final RateLimiterCluster cluster;
  private final Duration nap;
  private final Duration duration;
  private volatile boolean stopped;
  private volatile CompletableFuture<Void> naps = CompletableFuture.completedFuture(null);

  StoreNaps(RateLimiterCluster cluster, Duration nap, Duration duration) {
    this.cluster = cluster;
    this.nap = nap;
    this.duration = duration;
  }

  @Override
  public List<UndoStep> undo() {
    return List.of(
        UndoStep.endsByItself(
            RootLocale.format(
                "the store is asleep for %s ms at most once nobody sends it to sleep again",
                Numbers.plain(nap.toMillis()))));
  }

  @Override
  public void inject() {
    Jedis store = cluster.storeProbe().connect(nap.plus(MARGIN));
    store.ping();
    long end = System.nanoTime() + duration.toNanos();
    naps =
        CompletableFuture.runAsync(() -> takeNaps(store, end), DaemonThreads.eachIn("store-naps"));
  }

  private void takeNaps(Jedis store, long end) {
    String seconds = RootLocale.format("%.3f", nap.toMillis() / 1000.0);
    try (store) {
      while (!stopped && System.nanoTime() - end < 0) {
        store.sendCommand(() -> SafeEncoder.encode("DEBUG"), "SLEEP", seconds);
      }
    }
  }

  /** A ping that is sent right after another was answered waits for a whole nap. */
  @Override
  public WitnessReport witness() {
    try (Jedis store = cluster.storeProbe().connect(nap.plus(MARGIN))) {
      long longest = 0;
      for (int i = 0; i < LOOKS; i++) {
        long sent = System.nanoTime();
        store.ping();
        longest = Math.max(longest, System.nanoTime() - sent);
      }
      Duration waited = Duration.ofNanos(longest);
      return new WitnessReport(
          waited.compareTo(nap.dividedBy(2)) >= 0 && !naps.isDone(),
          RootLocale.format(
              "on a connection of its own, a ping was answered after %s ms",
              Numbers.plain(longest / 1e6)));
    }
  }

  @Override
  public boolean isOver() {
    return naps.isDone();
  }

  @Override
  public void rollback() {
    stopped = true;
    Wait.atMost("end of the last nap", nap.plus(MARGIN))
        .until(() -> new Progress(isOver(), "one is under way"));
  }
}
