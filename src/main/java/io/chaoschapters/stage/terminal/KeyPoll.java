package io.chaoschapters.stage.terminal;

import io.chaoschapters.waiting.DaemonThreads;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The thread that reads keys. It looks again and again instead of blocking: a read that blocks
 * cannot be ended, and Lanterna sees Ctrl-C only while keys are polled.
 */
final class KeyPoll {
  private static final long EVERY_MILLIS = 25;

  private final ScheduledExecutorService scheduler;
  private final Runnable poll;

  KeyPoll(Runnable poll) {
    this.poll = poll;
    this.scheduler =
        Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("chapters-stage-keys"));
  }

  void start() {
    scheduler.scheduleWithFixedDelay(poll, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop() {
    scheduler.shutdown();
  }
}
