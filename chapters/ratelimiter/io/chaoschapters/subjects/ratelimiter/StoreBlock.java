package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import redis.clients.jedis.Jedis;

/**
 * A command that blocks the store for a while and is over by itself.
 *
 * <p>It is sent on a connection and thread of its own. The store cannot be called back while it is
 * blocked, so a rollback waits for the end, which is near; a store that is gone is not blocked.
 */
final class StoreBlock implements Fault {
  private static final Duration MARGIN = Duration.ofSeconds(2);

  /** What blocks the store. */
  @FunctionalInterface
  interface Command {
    void send(Jedis store, Duration duration);
  }

  private final RateLimiterCluster cluster;
  private final String name;
  private final Duration duration;
  private final Command command;
  private volatile CompletableFuture<Void> call = CompletableFuture.completedFuture(null);
  private volatile long overAtNanos = System.nanoTime();

  StoreBlock(RateLimiterCluster cluster, String name, Duration duration, Command command) {
    this.cluster = cluster;
    this.name = name;
    this.duration = duration;
    this.command = command;
  }

  @Override
  public List<UndoStep> undo() {
    return List.of(
        UndoStep.endsByItself(
            RootLocale.format(
                "%s ends by itself after %s s",
                name, Numbers.plain(duration.toMillis() / 1000.0))));
  }

  @Override
  public void inject() {
    Jedis store = cluster.storeProbe().connect(duration.plus(MARGIN));
    store.ping();
    overAtNanos = System.nanoTime() + duration.toNanos();
    call =
        CompletableFuture.runAsync(
            () -> {
              try (store) {
                command.send(store, duration);
              }
            },
            DaemonThreads.eachIn(name));
  }

  @Override
  public WitnessReport witness() {
    requireAccepted();
    Health seen = cluster.storeProbe().ping();
    return new WitnessReport(
        seen == Health.SILENT, "on a connection of its own, the store " + seen.words());
  }

  /** A store that refuses the command, such as a DEBUG that is not allowed, is not blocked. */
  private void requireAccepted() {
    if (call.isCompletedExceptionally()) {
      try {
        call.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(
            RootLocale.format("The store did not accept %s: %s", name, Failure.words(e.getCause())),
            e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isOver() {
    return call.isDone() && System.nanoTime() - overAtNanos >= 0;
  }

  @Override
  public void rollback() {
    Wait.atMost("end of " + name, duration.plus(MARGIN))
        .until(
            () -> {
              Health seen = cluster.storeProbe().ping();
              boolean ended = seen == Health.REFUSING || seen == Health.SERVING && isOver();
              return new Progress(ended, "the store " + seen.words());
            });
  }
}
