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

/** Ends components at once; the rollback starts them again. */
final class KillFaultType extends ComponentFaultType {
  KillFaultType() {
    super("kill", "ends components at once, and starts them again when the fault is over", null);
  }

  @Override
  public Fault plan(FaultPlan<Cluster> plan) {
    return new Kill(plan);
  }

  private record Kill(FaultPlan<Cluster> plan) implements Fault {
    @Override
    public List<UndoStep> undo() {
      return plan.targets().stream()
          .map(
              target ->
                  UndoStep.endsByItself(
                      target.id() + " is ended; without this JVM its runtime ends, too"))
          .toList();
    }

    @Override
    public void inject() {
      plan.targets().forEach(Component::kill);
    }

    @Override
    public WitnessReport witness() {
      return ComponentWitness.look(plan, Health.REFUSING);
    }

    @Override
    public boolean isOver() {
      return plan.targets().stream().allMatch(t -> t.state() == ComponentState.RUNNING);
    }

    @Override
    public boolean lastsUntilRollback() {
      return true;
    }

    @Override
    public void rollback() {
      EachTarget.of(plan, Kill::revive);
    }

    private static void revive(Component target) {
      if (target.state() != ComponentState.RUNNING) {
        target.restart();
      }
    }
  }
}
