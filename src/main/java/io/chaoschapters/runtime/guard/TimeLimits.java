package io.chaoschapters.runtime.guard;

import io.chaoschapters.waiting.DaemonThreads;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;

/**
 * The times by which a JVM must have undone something, on a guard's clock. What is done when one is
 * over, and fails, is tried again until it succeeds or the limit is lifted. Needs nothing but the
 * JDK.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TimeLimits {
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final Runnable over;
  private final Map<Long, ScheduledFuture<?>> limits = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("time-limits"));

  /**
   * There is none yet.
   *
   * @param over is done when one is over; what it throws means that it has to be tried again
   */
  public TimeLimits(Runnable over) {
    this.over = over;
  }

  /** Sets one. */
  public void limit(long id, long millis) {
    limit(id, millis, over);
  }

  /** Sets one after which something of its own is done. */
  public synchronized void limit(long id, long millis, Runnable then) {
    lift(id);
    schedule(id, millis, FIRST_PAUSE_MILLIS, then);
  }

  private void schedule(long id, long millis, long pause, Runnable then) {
    limits.put(id, clock.schedule(() -> isOver(id, pause, then), millis, TimeUnit.MILLISECONDS));
  }

  /** Takes one back; fine when it is over. */
  public synchronized void lift(long id) {
    ScheduledFuture<?> limit = limits.remove(id);
    if (limit != null) {
      limit.cancel(false);
    }
  }

  private void isOver(long id, long pause, Runnable then) {
    synchronized (this) {
      if (!limits.containsKey(id)) {
        return;
      }
    }
    try {
      then.run();
      lift(id);
    } catch (RuntimeException e) {
      System.err.println("A time limit is over, but it is tried again in " + pause + " ms: " + e);
      again(id, pause, then);
    }
  }

  private synchronized void again(long id, long pause, Runnable then) {
    if (limits.containsKey(id) && !clock.isShutdown()) {
      schedule(id, pause, Math.min(pause * 2, LONGEST_PAUSE_MILLIS), then);
    }
  }

  /** Lifts all. */
  public synchronized void end() {
    clock.shutdownNow();
  }
}
