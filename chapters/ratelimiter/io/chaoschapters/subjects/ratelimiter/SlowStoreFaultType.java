package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.ParameterSpec;
import java.util.List;

/** The store answers all, but one short sleep after the other makes everybody wait. */
final class SlowStoreFaultType implements FaultType<RateLimiterCluster> {
  @Override
  public String name() {
    return "redis-nap";
  }

  @Override
  public String description() {
    return "Redis takes one nap after the other (DEBUG SLEEP), so that each command waits for one";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of("nap", ParameterSpec.Type.DURATION, "length of each nap", "80ms"));
  }

  @Override
  public Fault plan(FaultPlan<RateLimiterCluster> plan) {
    return new StoreNaps(plan.cluster(), plan.parameters().duration("nap"), plan.duration());
  }
}
