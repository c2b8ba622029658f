package io.chaoschapters.subjects.tikv.service;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tasks that are done again and again, also when they have failed once. */
public final class Repeated {
  private final ScheduledExecutorService clock;
  private final ServerLog log;

  /** Does them in these threads. */
  public Repeated(ScheduledExecutorService clock, ServerLog log) {
    this.clock = clock;
    this.log = log;
  }

  /**
   * Does a task for the first time after a pause, and again a period after its end.
   *
   * @param what for the log
   */
  public Repeated every(Duration pause, Duration period, String what, Runnable task) {
    clock.scheduleWithFixedDelay(
        () -> attempt(what, task), pause.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /** An executor drops a task that throws, and says nothing. */
  private void attempt(String what, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      log.error("worker.rs", what + " failed", "err", e);
    }
  }
}
