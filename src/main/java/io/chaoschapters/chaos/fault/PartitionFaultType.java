package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import java.util.Optional;

/** Cuts components off from the others; all run, and operators still reach each of them. */
final class PartitionFaultType extends ComponentFaultType {
  PartitionFaultType() {
    super(
        "partition",
        "cuts components off from the others, while operators still reach each of them",
        "witnessCutOff");
  }

  @Override
  public Optional<String> obstacle(FaultPlan<Cluster> plan) {
    return DisturbedTargets.obstacle(plan, Component::cutOff);
  }

  @Override
  public Fault plan(FaultPlan<Cluster> plan) {
    Cluster cluster = plan.cluster();
    return new DisturbedTargets(
        plan, Component::cutOff, cluster::requireNotCutOff, cluster::witnessCutOff);
  }
}
