package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;

/** The placement driver moves every leader away from stores, as before a maintenance. */
final class EvictLeadersFaultType implements FaultType<TikvCluster> {
  @Override
  public String name() {
    return "evict-leaders";
  }

  @Override
  public String description() {
    return "the placement driver moves every leader away from stores that go on running";
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fault plan(FaultPlan<TikvCluster> plan) {
    return new EvictLeaders(plan.cluster(), plan.targets());
  }
}
