package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.waiting.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps work that waits for the store off the threads that serve requests.
 *
 * <p>Work that finds the queue full, or that had to queue for longer than the store may take to
 * answer, is not started: its stand-in answers instead. So a store that hangs holds up neither the
 * requests that do not need it nor the queue.
 */
final class StoreCalls implements AutoCloseable {
  private static final int QUEUE = 1024;

  private final ThreadPoolExecutor threads;
  private final long longestQueueNanos;

  StoreCalls(int threadCount, Duration longestQueue) {
    this.longestQueueNanos = longestQueue.toNanos();
    this.threads =
        new ThreadPoolExecutor(
            threadCount,
            threadCount,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            DaemonThreads.named("store-call"));
    threads.allowCoreThreadTimeOut(true);
  }

  <T> CompletableFuture<T> call(Supplier<T> work, Supplier<T> standIn) {
    long queued = System.nanoTime();
    try {
      return CompletableFuture.supplyAsync(
          () -> System.nanoTime() - queued > longestQueueNanos ? standIn.get() : work.get(),
          threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(standIn.get());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
