package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices that this program did not run for longer than its lease: then it has to be elected anew,
 * and of stores it knows only what is on its disk until they are heard of again.
 */
final class PauseWatch implements Runnable {
  private static final Duration LEASE = Duration.ofSeconds(5);

  private final LongSupplier nanoTime;
  private final Runnable elected;
  private final ServerLog log;
  private long last;

  PauseWatch(LongSupplier nanoTime, Runnable elected, ServerLog log) {
    this.log = log;
    this.nanoTime = nanoTime;
    this.elected = elected;
    this.last = nanoTime.getAsLong();
  }

  @Override
  public void run() {
    long now = nanoTime.getAsLong();
    if (now - last > LEASE.toNanos()) {
      log.info("server.go", "no longer a leader because lease has expired, campaigning again");
      elected.run();
    }
    last = now;
  }
}
