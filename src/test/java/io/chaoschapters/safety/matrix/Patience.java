package io.chaoschapters.safety.matrix;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does. */
final class Patience {
  /** A condition that may not be readable yet. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(25);

  private Patience() {}

  /** Returns the seconds that it took. */
  static double await(String what, Duration atMost, Condition condition) throws Exception {
    long begun = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - begun > atMost.toNanos()) {
        throw new TimeoutException(RootLocale.format("%s: not in %d s", what, atMost.toSeconds()));
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Lets a moment pass that nobody chose. */
  static void moment(Duration atMost) {
    long end =
        System.nanoTime()
            + java.util.concurrent.ThreadLocalRandom.current().nextLong(atMost.toNanos());
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_EVERY);
    }
  }
}
