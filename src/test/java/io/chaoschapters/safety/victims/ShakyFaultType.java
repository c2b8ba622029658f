package io.chaoschapters.safety.victims;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;
import java.util.Optional;

/** A real fault whose rollback throws when it is asked to. */
record ShakyFaultType<C extends Cluster>(FaultType<? super C> type)
    implements FaultType<VictimCluster<C>> {
  @Override
  public String name() {
    return "shaky-" + type.name();
  }

  @Override
  public String description() {
    return type.description();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return type.parameters();
  }

  @Override
  public boolean needsTarget() {
    return type.needsTarget();
  }

  @Override
  public Optional<String> rejects(List<String> targets) {
    return type.rejects(targets);
  }

  @Override
  public Fault plan(FaultPlan<VictimCluster<C>> plan) {
    return new Shaky(planned(type, plan.cluster().cluster(), plan));
  }

  private static <D extends Cluster> Fault planned(
      FaultType<D> type, D cluster, FaultPlan<?> plan) {
    FaultPlan<D> same =
        new FaultPlan<>(
            cluster, plan.targets(), plan.duration(), plan.parameters(), plan.rollbackWithin());
    return type.plan(same.atLongest(plan.longest()));
  }

  private record Shaky(Fault fault) implements Fault {
    @Override
    public List<UndoStep> undo() {
      return fault.undo();
    }

    @Override
    public void inject() {
      fault.inject();
    }

    @Override
    public WitnessReport witness() {
      return fault.witness();
    }

    @Override
    public boolean isOver() {
      return fault.isOver();
    }

    @Override
    public boolean lastsUntilRollback() {
      return fault.lastsUntilRollback();
    }

    @Override
    public void rollback() {
      if (Mischief.asked() == Mischief.ROLLBACK_FAILS) {
        throw new IllegalStateException("this rollback is to fail");
      }
      fault.rollback();
    }
  }
}
