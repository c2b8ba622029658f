package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.WitnessReport;
import java.time.Duration;
import java.util.List;

/** Suspends components: their connections stay open and nothing is answered. */
final class FreezeFaultType implements FaultType<Cluster> {
  /** How much later than the runner the guard outside this JVM thaws them. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "freeze";
  }

  @Override
  public String description() {
    return "suspends components, whose connections stay open but are not answered";
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fault plan(FaultPlan<Cluster> plan) {
    return new Freeze(plan);
  }

  private record Freeze(FaultPlan<Cluster> plan) implements Fault {
    @Override
    public List<UndoStep> undo() {
      return plan.targets().stream().map(Component::thawStep).toList();
    }

    @Override
    public void inject() {
      plan.targets().forEach(target -> target.freeze(plan.duration().plus(MARGIN)));
    }

    @Override
    public WitnessReport witness() {
      return ComponentWitness.look(plan, Health.SILENT);
    }

    @Override
    public boolean isOver() {
      return plan.targets().stream().noneMatch(t -> t.state() == ComponentState.FROZEN);
    }

    @Override
    public void rollback() {
      EachTarget.of(plan, Component::thaw);
    }
  }
}
