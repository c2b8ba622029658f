package io.chaoschapters.monitor;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.MetricSource;
import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Signal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes observations: what the cluster sees of itself, and what the metrics store answers. */
final class Observer {
  /** A rate needs two samples, and a store may take a while to its first. */
  private static final Duration FIRST_SAMPLES = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final MetricSource metrics;
  private final List<Signal> signals;
  private final Clock clock;
  private final Instant began;
  private final Map<String, Instant> lastKnown = new HashMap<>();
  private final Map<String, Instant> lastServing = new HashMap<>();

  Observer(Cluster cluster, MetricSource metrics, List<Signal> signals, Clock clock) {
    this.cluster = cluster;
    this.metrics = metrics;
    this.signals = signals;
    this.clock = clock;
    this.began = clock.instant();
  }

  /** Not thread-safe: one observation after the other. */
  Observation observe() {
    ClusterSnapshot snapshot = cluster.observe();
    Map<String, MetricQuery> queries = cluster.queries();
    Map<String, Reading> readings = new LinkedHashMap<>();
    for (Signal signal : signals) {
      Reading reading =
          snapshot.facts().containsKey(signal.id())
              ? snapshot.facts().get(signal.id())
              : ask(signal.id(), queries.get(signal.id()));
      readings.put(signal.id(), dated(signal.id(), reading));
    }
    List<ComponentStatus> components = snapshot.components().stream().map(this::dated).toList();
    return new Observation(clock.instant(), components, readings);
  }

  private Reading ask(String id, @org.jspecify.annotations.Nullable MetricQuery query) {
    if (query == null) {
      return Reading.unknown("neither a fact nor a metric at this moment");
    }
    try {
      OptionalDouble value = metrics.query(query).single();
      return value.isPresent() ? Reading.of(value.getAsDouble()) : missing(id, query);
    } catch (MetricsUnavailableException e) {
      return Reading.unknown(String.valueOf(e.getMessage()));
    }
  }

  /** The metrics store answered, and has no value. */
  private Reading missing(String id, MetricQuery query) {
    Optional<MetricQuery> observations = query.observations();
    if (observations.isPresent()) {
      OptionalDouble rate = metrics.query(observations.get()).single();
      if (rate.isPresent() && rate.getAsDouble() == 0) {
        return Reading.notYet("nothing to measure");
      }
    }
    boolean young = clock.instant().isBefore(began.plus(FIRST_SAMPLES));
    return young && !lastKnown.containsKey(id)
        ? Reading.notYet("no sample yet")
        : Reading.unknown("the metrics store has no fresh sample");
  }

  private Reading dated(String id, Reading reading) {
    if (reading.isKnown()) {
      lastKnown.put(id, clock.instant());
    }
    return reading.withLastKnown(lastKnown.get(id));
  }

  private ComponentStatus dated(ComponentStatus status) {
    if (status.health() == Health.SERVING) {
      lastServing.put(status.id(), clock.instant());
    }
    return status.withLastServing(lastServing.get(status.id()));
  }
}
