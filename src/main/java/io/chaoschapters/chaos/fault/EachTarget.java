package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.text.Words;
import io.chaoschapters.waiting.DaemonThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Does the same to every target side by side, whatever becomes of the others: a restart takes
 * seconds, and what waits for all should wait for the longest and not for their sum.
 */
final class EachTarget {
  private EachTarget() {}

  static void of(FaultPlan<?> plan, Consumer<Component> action) {
    List<RuntimeException> failures = new ArrayList<>();
    Executor threads = DaemonThreads.eachIn("chapters-target");
    List<CompletableFuture<Void>> all =
        plan.targets().stream()
            .map(target -> CompletableFuture.runAsync(() -> action.accept(target), threads))
            .toList();
    for (CompletableFuture<Void> one : all) {
      try {
        one.join();
      } catch (CompletionException e) {
        failures.add(
            e.getCause() instanceof RuntimeException cause
                ? cause
                : new RuntimeFailureException(String.valueOf(e.getCause()), e));
      }
    }
    if (!failures.isEmpty()) {
      String sentences = String.join(" ", failures.stream().map(Words::sentence).toList());
      throw new RuntimeFailureException(sentences, failures.get(0));
    }
  }
}
