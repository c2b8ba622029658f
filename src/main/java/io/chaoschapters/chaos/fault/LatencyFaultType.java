package io.chaoschapters.chaos.fault;

import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.ParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Adds network latency to a component's responses; the component itself is not slowed down. */
final class LatencyFaultType extends ComponentFaultType {
  private static final String DELAY = "delay";

  LatencyFaultType() {
    super("latency", "delays what components answer to clients and to each other", "witnessDelay");
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of(
            DELAY, ParameterSpec.Type.DURATION, "how much later answers come", "100ms"));
  }

  @Override
  public Optional<String> obstacle(FaultPlan<Cluster> plan) {
    Duration by = plan.parameters().duration(DELAY);
    return DisturbedTargets.obstacle(plan, target -> target.delay(by));
  }

  @Override
  public Fault plan(FaultPlan<Cluster> plan) {
    Duration by = plan.parameters().duration(DELAY);
    return new DisturbedTargets(
        plan,
        target -> target.delay(by),
        target -> {},
        target -> plan.cluster().witnessDelay(target, by));
  }
}
