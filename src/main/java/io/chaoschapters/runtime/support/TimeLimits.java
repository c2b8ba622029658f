package io.chaoschapters.runtime.support;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;

/**
 * The times by which a JVM must have undone something, on a guard's clock. Needs nothing but the
 * JDK.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TimeLimits {
  private final Runnable over;
  private final Map<Long, ScheduledFuture<?>> limits = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "time-limits");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * There is none yet.
   *
   * @param over is done when one is over
   */
  public TimeLimits(Runnable over) {
    this.over = over;
  }

  /** Sets one. */
  public synchronized void limit(long id, long millis) {
    lift(id);
    limits.put(id, clock.schedule(() -> isOver(id), millis, TimeUnit.MILLISECONDS));
  }

  /** Takes one back; fine when it is over. */
  public synchronized void lift(long id) {
    ScheduledFuture<?> limit = limits.remove(id);
    if (limit != null) {
      limit.cancel(false);
    }
  }

  private void isOver(long id) {
    synchronized (this) {
      if (limits.remove(id) == null) {
        return;
      }
    }
    over.run();
  }

  /** Lifts all. */
  public void end() {
    clock.shutdownNow();
  }
}
