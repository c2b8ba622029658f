package io.chaoschapters.chaos.fault;

import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.ParameterSpec;
import java.util.List;

/**
 * Lets components run only a part of the time: they answer everything, but late. So does a kernel
 * with a group of processes that has used up its share of the processor; this one works the same on
 * every runtime, without rights beyond those for a freeze.
 */
final class ThrottleFaultType extends ComponentFaultType {
  private static final String PAUSE = "pause";
  private static final String RUN = "run";

  ThrottleFaultType() {
    super(
        "throttle",
        "lets components run only a part of the time, so that they answer everything, but late",
        "witnessDelay");
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of(
            PAUSE, ParameterSpec.Type.DURATION, "how long they are suspended each time", "150ms"),
        ParameterSpec.of(RUN, ParameterSpec.Type.DURATION, "how long they run in between", "30ms"));
  }

  @Override
  public Fault plan(FaultPlan<Cluster> plan) {
    return new RepeatedPauses(
        plan, plan.parameters().duration(PAUSE), plan.parameters().duration(RUN));
  }
}
