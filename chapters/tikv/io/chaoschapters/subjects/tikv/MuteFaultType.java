package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores serve clients and each other, and their way to the placement driver is cut. */
final class MuteFaultType implements FaultType<TikvCluster> {
  @Override
  public String name() {
    return "heartbeats-muted";
  }

  @Override
  public String description() {
    return "stores serve clients and each other, and tell the placement driver nothing";
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
    return new Mute(plan.cluster(), plan.targets(), plan.duration());
  }

  private static final class Mute implements Fault {
    /** A store that is not muted is heard of every two seconds. */
    private static final Duration NOT_HEARD_FOR = Duration.ofSeconds(4);

    private final StandInSwitch mouth = new StandInSwitch("/stand-in/heartbeats");
    private final TikvCluster cluster;
    private final List<Component> targets;
    private final Duration duration;
    private volatile long overAtNanos = System.nanoTime();

    Mute(TikvCluster cluster, List<Component> targets, Duration duration) {
      this.cluster = cluster;
      this.targets = targets;
      this.duration = duration;
    }

    @Override
    public List<UndoStep> undo() {
      return List.of(
          UndoStep.endsByItself(
              RootLocale.format(
                  "the placement driver is told again by itself after %s s",
                  Numbers.plain(duration.toMillis() / 1000.0))));
    }

    @Override
    public void inject() {
      overAtNanos = System.nanoTime() + duration.toNanos();
      targets.forEach(target -> mouth.set(target, duration));
    }

    /** Asks both sides: the placement driver has not heard of the store, and the store serves. */
    @Override
    public WitnessReport witness() {
      List<Duration> ages = targets.stream().map(this::lastHeard).toList();
      boolean serve = targets.stream().allMatch(target -> cluster.leaders(target.id()).isPresent());
      return new WitnessReport(
          serve && ages.stream().allMatch(age -> age.compareTo(NOT_HEARD_FOR) > 0),
          RootLocale.format(
              "the placement driver last heard of the stores %s ms ago, and they %s",
              ages.stream().map(age -> Long.toString(age.toMillis())).toList(),
              serve ? "serve" : "do not serve"));
    }

    private Duration lastHeard(Component target) {
      String address = target.internalEndpoint(TikvComponents.CLIENT).toString();
      return cluster.pd().stores().join().stream()
          .filter(store -> store.address().equals(address))
          .findFirst()
          .flatMap((PdStore store) -> store.age(Instant.now()))
          .orElse(Duration.ZERO);
    }

    @Override
    public boolean isOver() {
      return System.nanoTime() - overAtNanos >= 0;
    }

    @Override
    public void rollback() {
      targets.forEach(target -> mouth.set(target, Duration.ZERO));
      overAtNanos = System.nanoTime();
    }
  }
}
