package io.chaoschapters.diagnosis;

import io.chaoschapters.waiting.DaemonThreads;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Questions that a violation asks before the chapter does, at most one for each diagnoser. */
final class WokenQuestions {
  private final Map<String, FutureTask<Diagnosis>> begun = new LinkedHashMap<>();
  private final Set<String> settled = new HashSet<>();
  private boolean over;

  /** Asks on a new thread, unless that was done or the chapter has asked already. */
  synchronized void begin(String diagnoser, Callable<Diagnosis> question) {
    if (over || settled.contains(diagnoser) || begun.containsKey(diagnoser)) {
      return;
    }
    FutureTask<Diagnosis> task = new FutureTask<>(question);
    begun.put(diagnoser, task);
    DaemonThreads.thread("woken-" + diagnoser, task).start();
  }

  /** Waits for the answer; empty when the chapter has to ask. Returns each answer once. */
  Optional<Diagnosis> take(String diagnoser) {
    FutureTask<Diagnosis> task;
    synchronized (this) {
      settled.add(diagnoser);
      task = begun.remove(diagnoser);
    }
    return task == null ? Optional.empty() : Optional.of(await(diagnoser, task));
  }

  private static Diagnosis await(String diagnoser, FutureTask<Diagnosis> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw DiagnosisException.calledOff(diagnoser, e);
    } catch (CancellationException e) {
      throw DiagnosisException.calledOff(diagnoser, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  /** Cancels the questions that are not answered, and returns the ids of their diagnosers. */
  synchronized List<String> callOff() {
    over = true;
    return begun.entrySet().stream()
        .filter(entry -> entry.getValue().cancel(true))
        .map(Map.Entry::getKey)
        .toList();
  }
}
