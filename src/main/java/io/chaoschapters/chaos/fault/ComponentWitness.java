package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;

/** Looks at the targets of a fault as a client would, not as the runtime that injected it. */
final class ComponentWitness {
  private ComponentWitness() {}

  /** Seen when every target is in the health that the fault brings about. */
  static WitnessReport look(FaultPlan<?> plan, Health wanted) {
    List<String> targets = plan.targets().stream().map(Component::id).toList();
    List<ComponentStatus> seen =
        plan.cluster().observe().components().stream()
            .filter(status -> targets.contains(status.id()))
            .toList();
    boolean all =
        seen.size() == targets.size() && seen.stream().allMatch(s -> s.health() == wanted);
    List<String> words = seen.stream().map(status -> status.id() + " " + status.words()).toList();
    return new WitnessReport(
        all, words.isEmpty() ? "no target was observed" : String.join(", ", words));
  }
}
