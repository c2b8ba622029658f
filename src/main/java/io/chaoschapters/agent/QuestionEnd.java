package io.chaoschapters.agent;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The end of a question: an answer is there, there will be none, or the time is over. */
final class QuestionEnd {
  private final long allowedNanos;
  private final long began = System.nanoTime();
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();
  private volatile boolean late;

  /** The time runs from now on. */
  QuestionEnd(Duration allowed) {
    this.allowedNanos = allowed.toNanos();
  }

  /** There is an answer, or there will be none. */
  void reached() {
    over.complete(true);
  }

  void await() throws InterruptedException {
    await(over);
  }

  /** Waits for something else, too; whether that came before the question was over. */
  boolean awaitOr(CompletableFuture<?> other) throws InterruptedException {
    await(CompletableFuture.anyOf(over, other.exceptionally(failure -> null)));
    return other.isDone();
  }

  private void await(CompletableFuture<?> end) throws InterruptedException {
    long left = allowedNanos - (System.nanoTime() - began);
    try {
      end.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      late = true;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In seconds. */
  double elapsed() {
    return (System.nanoTime() - began) / 1e9;
  }

  /** Whether the time was over before anything else. */
  boolean isLate() {
    return late;
  }
}
