package io.chaoschapters.runtime.components;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apiguardian.api.API;

/** Does several things at the same time; the first failure interrupts the others. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SideBySide {
  /**
   * One of them.
   *
   * @param name of the thread it runs in
   */
  public record Task(String name, Runnable work) {}

  private SideBySide() {}

  /** Returns when all are done, or throws what the first that failed has thrown. */
  public static void run(String verb, List<Task> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(tasks.size(), DaemonThreads.named("runtime-" + verb));
    try {
      CompletionService<Boolean> done = new ExecutorCompletionService<>(threads);
      tasks.forEach(task -> done.submit(task.work(), true));
      for (int i = 0; i < tasks.size(); i++) {
        done.take().get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new RuntimeFailureException(
              RootLocale.format("To %s failed: %s", verb, e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException("Interrupted; what was begun is undone.", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
