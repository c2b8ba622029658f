package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.chaos.fault.ComponentFaults;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.WitnessReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One component whose answers are timed. */
record TimedCluster(Component one) implements Cluster {
  /** The fault on it; nothing is injected yet. */
  static Fault throttle(Component one, Duration duration) {
    FaultType<Cluster> type =
        ComponentFaults.all().stream()
            .filter(each -> each.name().equals("throttle"))
            .findFirst()
            .orElseThrow();
    return type.plan(
        new FaultPlan<>(
            new TimedCluster(one),
            List.of(one),
            duration,
            Parameters.parse(type.parameters(), Map.of())));
  }

  @Override
  public List<Component> components() {
    return List.of(one);
  }

  @Override
  public ClusterSnapshot observe() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WitnessReport witnessDelay(Component component, Duration by) {
    long before = System.nanoTime();
    try {
      boolean answers = Redis.ping(component.endpoint(Redis.PORT)).isPresent();
      Duration took = Duration.ofNanos(System.nanoTime() - before);
      return new WitnessReport(
          answers && took.compareTo(by) >= 0,
          answers + ", it answers after " + took.toMillis() + " ms");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
