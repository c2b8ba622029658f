package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;
import java.util.Optional;

/** Clients are served, and neither state nor metrics can be read. */
final class LockOutFaultType implements FaultType<TikvCluster> {
  @Override
  public String name() {
    return "operators-locked-out";
  }

  @Override
  public String description() {
    return "components serve clients and refuse operators: neither state nor metrics can be read";
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Optional<String> obstacle(FaultPlan<TikvCluster> plan) {
    return StandInSwitch.obstacle(plan.cluster());
  }

  @Override
  public Fault plan(FaultPlan<TikvCluster> plan) {
    return new LockOut(plan);
  }

  private static final class LockOut extends SwitchedFault {
    private static final int FORBIDDEN = 403;

    LockOut(FaultPlan<TikvCluster> plan) {
      super("/stand-in/access", plan, "operators are let in again");
    }

    @Override
    public WitnessReport witness() {
      List<Integer> answers =
          targets.stream().map(target -> lever.read(target, "/metrics")).distinct().toList();
      return new WitnessReport(
          answers.equals(List.of(FORBIDDEN)), "asked for their metrics, they answer " + answers);
    }
  }
}
