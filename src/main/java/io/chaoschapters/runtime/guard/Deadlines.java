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
 * What a guard undoes when its time limit is over. It repeats that until it is disarmed, because
 * the fault may take effect only after its own time limit. Needs nothing but the JDK.
 *
 * @param <K> what each of them is called
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Deadlines<K> {
  private static final long AGAIN_MILLIS = 500;

  private final Map<K, ScheduledFuture<?>> armed = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("deadlines"));

  /** Arms one; of the same name, it takes the place of the earlier one. */
  public synchronized void arm(K key, long millis, Runnable undo) {
    disarm(key);
    armed.put(
        key,
        clock.scheduleWithFixedDelay(
            () -> undo(key, undo), millis, AGAIN_MILLIS, TimeUnit.MILLISECONDS));
  }

  /** Takes one back. When this returns, its work is not going on and will not begin. */
  public synchronized void disarm(K key) {
    ScheduledFuture<?> deadline = armed.remove(key);
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  private synchronized void undo(K key, Runnable undo) {
    if (armed.containsKey(key)) {
      try {
        undo.run();
      } catch (RuntimeException e) { // the clock would not come again
        System.err.println(key + " could not be undone, and is tried again: " + e);
      }
    }
  }

  /** Disarms all. */
  public void end() {
    clock.shutdownNow();
  }
}
