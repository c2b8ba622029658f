package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.ParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Lets components run only a part of the time: they answer everything, but late. By itself it
 * pauses them by turns, which works the same on every runtime, without rights beyond those for a
 * freeze, and makes those late that have little to do, too. With a share of a processor the runtime
 * limits them, and they are as late as their work makes them.
 */
final class ThrottleFaultType extends ComponentFaultType {
  private static final String PAUSE = "pause";
  private static final String RUN = "run";
  private static final String CPU = "cpu-percent";

  /** Half the period in which the kernel counts how much of a processor a group has used. */
  private static final Duration LATE_BY_LIMIT = Duration.ofMillis(50);

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
        ParameterSpec.of(RUN, ParameterSpec.Type.DURATION, "how long they run in between", "30ms"),
        ParameterSpec.of(
            CPU,
            ParameterSpec.Type.COUNT,
            "how many percent of one processor they get at most, by a limit of the runtime in place of pauses; 0 for pauses",
            "0"));
  }

  @Override
  public Optional<String> obstacle(FaultPlan<Cluster> plan) {
    int percent = plan.parameters().count(CPU);
    return percent == 0
        ? Optional.empty()
        : DisturbedTargets.obstacle(plan, target -> target.limitCpu(percent));
  }

  @Override
  public Fault plan(FaultPlan<Cluster> plan) {
    int percent = plan.parameters().count(CPU);
    return percent == 0
        ? new RepeatedPauses(
            plan, plan.parameters().duration(PAUSE), plan.parameters().duration(RUN))
        : limited(plan, percent);
  }

  private static Fault limited(FaultPlan<Cluster> plan, int percent) {
    LateAnswers late = new LateAnswers(plan, LATE_BY_LIMIT);
    return new DisturbedTargets(
        plan, (Component target) -> target.limitCpu(percent), target -> {}, late::look);
  }
}
