package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs PD's checkers and schedulers, one after the other. */
final class Coordinator implements AutoCloseable {
  private static final long EVERY_MILLIS = 50;
  private static final ServerLog LOG = new ServerLog();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "coordinator"));
  private final List<Runnable> turns;

  Coordinator(List<Runnable> turns) {
    this.turns = List.copyOf(turns);
  }

  void start() {
    clock.scheduleWithFixedDelay(this::run, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void run() {
    for (Runnable turn : turns) {
      try {
        turn.run();
      } catch (RuntimeException e) {
        LOG.error("coordinator.go", "a scheduler failed", "err", e);
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
