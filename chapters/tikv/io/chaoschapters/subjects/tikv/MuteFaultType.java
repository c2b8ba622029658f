package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.subjects.tikv.pd.PdStore;
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
  public Optional<String> obstacle(FaultPlan<TikvCluster> plan) {
    return StandInSwitch.obstacle(plan.cluster());
  }

  @Override
  public Fault plan(FaultPlan<TikvCluster> plan) {
    return new Mute(plan);
  }

  private static final class Mute extends SwitchedFault {
    /** A store that is not muted is heard of every two seconds. */
    private static final Duration NOT_HEARD_FOR = Duration.ofSeconds(4);

    private final TikvCluster cluster;

    Mute(FaultPlan<TikvCluster> plan) {
      super("/stand-in/heartbeats", plan, "the placement driver is told again");
      this.cluster = plan.cluster();
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
  }
}
