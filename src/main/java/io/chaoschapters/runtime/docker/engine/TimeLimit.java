package io.chaoschapters.runtime.docker.engine;

import io.chaoschapters.waiting.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;

/** Does something that may hang in a thread of its own, and interrupts it when its time is over. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TimeLimit {
  private TimeLimit() {}

  public static <T> T within(Duration bound, String thread, Callable<T> work)
      throws TimeoutException, ExecutionException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    DaemonThreads.thread(thread, task).start();
    try {
      return task.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      task.cancel(true);
    }
  }
}
