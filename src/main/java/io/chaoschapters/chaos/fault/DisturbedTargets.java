package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.text.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every target is disturbed in the same way. */
final class DisturbedTargets implements Fault {
  private final FaultPlan<?> plan;
  private final Map<Component, Disturbance> disturbances = new LinkedHashMap<>();
  private final Consumer<Component> before;
  private final Function<Component, WitnessReport> witness;

  /**
   * On all targets of a plan; nothing is done yet.
   *
   * @param before throws when it would prove nothing on a target
   */
  DisturbedTargets(
      FaultPlan<?> plan,
      Function<Component, Disturbance> disturbance,
      Consumer<Component> before,
      Function<Component, WitnessReport> witness) {
    this.plan = plan;
    this.before = before;
    this.witness = witness;
    plan.targets().forEach(target -> disturbances.put(target, disturbance.apply(target)));
  }

  /** Why a runtime cannot do this to the targets; empty when it can. */
  static Optional<String> obstacle(
      FaultPlan<?> plan, Function<Component, Disturbance> disturbance) {
    try {
      plan.targets().forEach(disturbance::apply);
      return Optional.empty();
    } catch (NotPossibleHereException e) {
      return Optional.of(Failure.words(e));
    }
  }

  @Override
  public List<UndoStep> undo() {
    return disturbances.values().stream().map(Disturbance::undoStep).toList();
  }

  @Override
  public void inject() {
    disturbances.keySet().forEach(before);
    disturbances.values().forEach(d -> d.begin(plan.longest().plus(ComponentFaultType.MARGIN)));
  }

  @Override
  public WitnessReport witness() {
    return WitnessReport.all(disturbances.keySet().stream().map(witness).toList());
  }

  @Override
  public boolean isOver() {
    return disturbances.values().stream().noneMatch(Disturbance::isOn);
  }

  @Override
  public boolean lastsUntilRollback() {
    return true;
  }

  @Override
  public void rollback() {
    EachTarget.of(plan, target -> disturbances.get(target).end());
  }
}
