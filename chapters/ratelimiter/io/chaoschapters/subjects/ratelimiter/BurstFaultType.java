package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.ParameterSpec;
import java.util.List;

/** Many clients at once: a multiple of the limit, behind a barrier, to the nodes in turn. */
final class BurstFaultType implements FaultType<RateLimiterCluster> {
  @Override
  public String name() {
    return "burst";
  }

  @Override
  public String description() {
    return "a multiple of the limit in one breath, to the nodes in turn";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of("multiple", ParameterSpec.Type.FACTOR, "how many times the limit", "2"));
  }

  @Override
  public Fault plan(FaultPlan<RateLimiterCluster> plan) {
    RateLimiterCluster cluster = plan.cluster();
    int requests =
        (int) Math.round(plan.parameters().number("multiple") * cluster.configuration().limit());
    return new Burst(cluster, requests);
  }
}
