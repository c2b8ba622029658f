package io.chaoschapters.subjects.tikv;

import io.chaoschapters.waiting.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Gives calls of a client that blocks a deadline, and a thread each while they are under way. */
final class Calls implements AutoCloseable {
  private final ExecutorService threads;

  Calls(String name) {
    threads = Executors.newCachedThreadPool(DaemonThreads.named(name));
  }

  /** A call that is still under way at its deadline is interrupted. */
  <T> CompletableFuture<T> call(Duration deadline, Callable<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Future<?> running =
        threads.submit(
            () -> {
              try {
                result.complete(call.call());
              } catch (Exception e) {
                result.completeExceptionally(e);
              }
            });
    return result
        .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((value, failure) -> running.cancel(failure != null));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
