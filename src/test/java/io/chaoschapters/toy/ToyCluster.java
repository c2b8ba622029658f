package io.chaoschapters.toy;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.WitnessReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two nodes and a backlog; a test sets the backlog and says which step goes wrong and how. */
public class ToyCluster implements Cluster {
  private final List<ToyComponent> nodes =
      List.of(new ToyComponent("node-1"), new ToyComponent("node-2"));
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Runnable> hooks = new ConcurrentHashMap<>();
  private volatile double backlog;
  private volatile double floor;

  /** The steps that were asked for, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Does something, such as throw, whenever a step is asked for. */
  public void on(String step, Runnable hook) {
    hooks.put(step, hook);
  }

  /** Takes a hook away. */
  public void calm(String step) {
    hooks.remove(step);
  }

  /** Notes a step and runs its hook. */
  public void call(String step) {
    calls.add(step);
    hooks.getOrDefault(step, () -> {}).run();
  }

  /** Sets the number of waiting items; NaN for unknown. */
  public void backlog(double items) {
    backlog = items;
  }

  /** Sets the backlog that is left until somebody repairs it. */
  public void lastingBacklog(double items) {
    floor = items;
  }

  @Override
  public Map<String, String> versions() {
    return Map.of("node-2", "toy 1.2", "node-1", "toy 1.2");
  }

  @Override
  public List<Component> components() {
    return List.copyOf(nodes);
  }

  @Override
  public List<ScrapeTarget> scrapeTargets() {
    return List.of();
  }

  @Override
  public Map<String, MetricQuery> queries() {
    return Map.of();
  }

  @Override
  public ClusterSnapshot observe() {
    long serving = nodes.stream().filter(node -> node.status().health() == Health.SERVING).count();
    return new ClusterSnapshot(
        nodes.stream().map(ToyComponent::status).toList(),
        Map.of(
            "backlog",
            Double.isNaN(backlog)
                ? Reading.unknown("the queue did not answer")
                : Reading.of(Math.max(backlog, floor)),
            "serving",
            Reading.of(serving)));
  }

  /** Its nodes cannot be cut off. */
  @Override
  public WitnessReport witnessCutOff(Component component) {
    return new WitnessReport(false, component.id() + " hears the other one");
  }

  @Override
  public WitnessReport witnessDelay(Component component, Duration by) {
    Duration seen = ((ToyComponent) component).delay();
    return new WitnessReport(
        seen.compareTo(by) >= 0, component.id() + " is late by " + seen.toMillis() + " ms");
  }

  @Override
  public void configure(Parameters given) {
    call("configure");
  }

  @Override
  public void repair() {
    call("repair");
    floor = 0;
  }

  @Override
  public void close() {
    call("close");
  }
}
