package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
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
  public Optional<String> obstacle(TikvCluster cluster, List<Component> targets) {
    return StandInSwitch.obstacle(cluster);
  }

  @Override
  public Fault plan(FaultPlan<TikvCluster> plan) {
    return new LockOut(plan.targets(), plan.duration());
  }

  private static final class LockOut implements Fault {
    private static final int FORBIDDEN = 403;

    private final StandInSwitch door = new StandInSwitch("/stand-in/access");
    private final List<Component> targets;
    private final Duration duration;
    private volatile long overAtNanos = System.nanoTime();

    LockOut(List<Component> targets, Duration duration) {
      this.targets = targets;
      this.duration = duration;
    }

    @Override
    public List<UndoStep> undo() {
      return List.of(
          UndoStep.endsByItself(
              RootLocale.format(
                  "operators are let in again by itself after %s s",
                  Numbers.plain(duration.toMillis() / 1000.0))));
    }

    @Override
    public void inject() {
      overAtNanos = System.nanoTime() + duration.toNanos();
      targets.forEach(target -> door.set(target, duration));
    }

    @Override
    public WitnessReport witness() {
      List<Integer> answers =
          targets.stream().map(target -> door.read(target, "/metrics")).distinct().toList();
      return new WitnessReport(
          answers.equals(List.of(FORBIDDEN)), "asked for their metrics, they answer " + answers);
    }

    @Override
    public boolean isOver() {
      return System.nanoTime() - overAtNanos >= 0;
    }

    @Override
    public void rollback() {
      targets.forEach(target -> door.set(target, Duration.ZERO));
      overAtNanos = System.nanoTime();
    }
  }
}
