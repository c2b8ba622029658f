package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import java.util.List;
import java.util.Optional;

/** Cuts components off from the others; all run, and operators still reach each of them. */
final class PartitionFaultType implements FaultType<Cluster>, SeenByCluster {
  @Override
  public String name() {
    return "partition";
  }

  @Override
  public String description() {
    return "cuts components off from the others, while operators still reach each of them";
  }

  @Override
  public String witness() {
    return "witnessCutOff";
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Optional<String> obstacle(Cluster cluster, List<Component> targets) {
    return DisturbedConnections.obstacle(targets, Component::cutOff);
  }

  @Override
  public Fault plan(FaultPlan<Cluster> plan) {
    return new DisturbedConnections(plan, Component::cutOff, plan.cluster()::witnessCutOff);
  }
}
