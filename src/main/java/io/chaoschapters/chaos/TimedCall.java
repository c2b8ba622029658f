package io.chaoschapters.chaos;

import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import io.chaoschapters.waiting.DaemonThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does what must be done whatever becomes of the calling thread.
 *
 * <p>The action runs on a thread of its own, so that an interrupt of the caller does not cut it
 * short; the caller waits for it, but not for ever.
 */
final class TimedCall {
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("chapters-chaos"));

  /**
   * Runs an action to its end; an interrupt of the caller is kept for afterwards.
   *
   * @param what a noun phrase for the sentence
   * @return what went wrong, in one sentence; empty when all went well
   */
  Optional<String> run(String what, Duration atMost, Runnable action) {
    Future<?> future = threads.submit(action);
    long deadline = System.nanoTime() + atMost.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
          return Optional.empty();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (TimeoutException e) {
      future.cancel(true);
      return Optional.of(
          RootLocale.format("%s did not finish in %s s.", what, Words.seconds(atMost)));
    } catch (ExecutionException e) {
      return Optional.of(RootLocale.format("%s failed: %s", what, Words.sentence(e.getCause())));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Runs an action to its end and throws what it throws. An interrupt of the caller interrupts the
   * action, too, which still is waited for.
   *
   * @param what a noun phrase for the sentence
   * @throws IllegalStateException when it does not end in time
   */
  void call(String what, Duration atMost, Runnable action) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread worker =
        DaemonThreads.thread(
            "chapters-chaos",
            () -> {
              try {
                action.run();
                done.complete(null);
              } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
              }
            });
    worker.start();
    await(what, atMost, done, worker);
  }

  private static void await(
      String what, Duration atMost, CompletableFuture<Void> done, Thread worker) {
    long deadline = System.nanoTime() + atMost.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          done.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
          return;
        } catch (InterruptedException e) {
          interrupted = true;
          worker.interrupt();
        }
      }
    } catch (TimeoutException e) {
      worker.interrupt();
      throw new IllegalStateException(
          RootLocale.format("%s did not finish in %s s.", what, Words.seconds(atMost)), e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }

  void close() {
    threads.shutdown();
  }
}
