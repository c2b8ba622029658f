package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;

/** Suspends components: their connections stay open and nothing is answered. */
final class FreezeFaultType extends ComponentFaultType {
  FreezeFaultType() {
    super("freeze", "suspends components, whose connections stay open but are not answered", null);
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
      plan.targets().forEach(target -> target.freeze(plan.longest().plus(MARGIN)));
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
    public boolean lastsUntilRollback() {
      return true;
    }

    @Override
    public void rollback() {
      EachTarget.of(plan, Component::thaw);
    }
  }
}
