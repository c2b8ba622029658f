package io.chaoschapters.presenter.live;

import io.chaoschapters.presenter.mode.Sentence;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.waiting.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a cluster on a thread of its own, so that the presenter is heard meanwhile; quitting ends
 * the start, which undoes what it has done so far.
 */
final class ClusterStart {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterStart.class);
  private static final Duration LISTEN = Duration.ofMillis(25);
  private static final Duration END_WITHIN = Duration.ofSeconds(30);

  private final Runnable starter;
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final Thread thread;

  ClusterStart(Runnable starter) {
    this.starter = starter;
    this.thread = DaemonThreads.thread("chapters-cluster-start", this::run);
  }

  private void run() {
    try {
      starter.run();
      started.complete(null);
    } catch (RuntimeException | Error e) {
      started.completeExceptionally(e);
    }
  }

  /**
   * Starts it and waits until it serves or the presenter quits.
   *
   * @return what the presenter wanted meanwhile, or null
   * @throws ShowFailedException with one sentence when it does not start
   */
  @Nullable PresenterCommand await(ShowController controller) throws InterruptedException {
    thread.start();
    PresenterCommand wish = null;
    controller.starting(true);
    try {
      while (!started.isDone()) {
        PresenterCommand command = controller.poll(LISTEN);
        if (command != null && command.is(PresenterAction.QUIT)) {
          cancel();
          return command;
        }
        wish = command != null && command.is(PresenterAction.JUMP) ? command : wish;
      }
    } finally {
      controller.starting(false);
    }
    requireStarted();
    return wish;
  }

  private void requireStarted() throws InterruptedException {
    try {
      started.get();
    } catch (ExecutionException e) {
      LOG.debug("The cluster did not start", e.getCause());
      throw new ShowFailedException("The cluster did not start: " + Sentence.of(e.getCause()));
    }
  }

  /** Ends the start, and waits until what it had started is ended too. */
  void cancel() throws InterruptedException {
    thread.interrupt();
    try {
      started.get(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      LOG.debug("The start was ended", e.getCause());
    } catch (TimeoutException e) {
      LOG.warn("The cluster's start did not end within {} s", END_WITHIN.toSeconds());
    }
  }
}
