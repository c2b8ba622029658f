package io.chaoschapters.runtime.guard;

import io.chaoschapters.text.Failure;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apiguardian.api.API;

/**
 * Does what may fail at first, such as asking an engine that is busy, a few times with pauses that
 * grow. Needs nothing but the JDK: guards use it.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Attempts {
  private static final int MOST = 6;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long TOGETHER_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** What may fail; it may be done more than once. */
  @FunctionalInterface
  @API(status = API.Status.INTERNAL, since = "0.1")
  public interface Work {
    /** Throws when it was not done. */
    void run() throws IOException;
  }

  private Attempts() {}

  /**
   * Returns when it was done. It is tried up to six times within three seconds; attempts that take
   * long themselves begin within half a minute.
   *
   * @throws IOException the last failure
   */
  public static void at(Work work) throws IOException {
    long end = System.nanoTime() + TOGETHER_NANOS;
    long pause = FIRST_PAUSE_MILLIS;
    for (int attempt = 1; ; attempt++) {
      try {
        work.run();
        return;
      } catch (IOException e) {
        if (attempt == MOST || System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause) > end) {
          throw e;
        }
        System.err.println("Tried again in " + pause + " ms: " + Failure.words(e));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
        pause *= 2;
      }
    }
  }
}
