package io.chaoschapters.chaos;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.subject.FaultPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Does the same to every target, whatever became of the others. */
final class EachTarget {
  private EachTarget() {}

  static void of(FaultPlan plan, Consumer<Component> action) {
    List<RuntimeException> failures = new ArrayList<>();
    for (Component target : plan.targets()) {
      try {
        action.accept(target);
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      String sentences = String.join(" ", failures.stream().map(Words::sentence).toList());
      throw new RuntimeFailureException(sentences, failures.get(0));
    }
  }
}
