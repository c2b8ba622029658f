package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import java.util.List;
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
  public Optional<String> obstacle(Cluster cluster, List<Component> targets) {
    return DisturbedConnections.obstacle(targets, Component::cutOff);
  }

  @Override
  public Fault plan(FaultPlan<Cluster> plan) {
    Cluster cluster = plan.cluster();
    return new DisturbedConnections(
        plan, Component::cutOff, cluster::requireNotCutOff, cluster::witnessCutOff);
  }
}
