package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.waiting.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a sync, pauses for the interval, and so on; or runs one at once when asked. */
final class SyncLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("ratelimiter.sync");

  private final SyncRound round;
  private final Supplier<Duration> interval;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("sync"));
  private @Nullable Future<?> next;

  SyncLoop(SyncRound round, Supplier<Duration> interval) {
    this.round = round;
    this.interval = interval;
  }

  void start() {
    syncNow();
  }

  /** Syncs at once; the result is whether the store answered. */
  synchronized CompletableFuture<Boolean> syncNow() {
    if (next != null) {
      next.cancel(false);
    }
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    next = thread.schedule(() -> runAndSchedule(result), 0, TimeUnit.MILLISECONDS);
    return result;
  }

  private void runAndSchedule(CompletableFuture<Boolean> result) {
    try {
      result.complete(round.run());
    } catch (RuntimeException e) {
      LOG.error("sync stopped by an unexpected error; it is tried again after the interval", e);
      result.completeExceptionally(e);
    }
    schedule();
  }

  private synchronized void schedule() {
    if (!thread.isShutdown()) {
      next =
          thread.schedule(
              () -> runAndSchedule(new CompletableFuture<>()),
              interval.get().toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  /** Ends the loop and sends what is pending once more. */
  @Override
  public void close() {
    synchronized (this) {
      thread.shutdownNow();
    }
    round.run();
  }
}
