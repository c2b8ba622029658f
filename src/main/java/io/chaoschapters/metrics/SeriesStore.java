package io.chaoschapters.metrics;

import io.chaoschapters.metrics.exposition.ExposedSample;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The samples of all targets, and the marks of the series that ended. Thread safe. */
final class SeriesStore {

  /** What is remembered of a target between two scrapes. */
  private static final class Memory {
    long lastScrape = Long.MIN_VALUE;
    Set<Series> shown = Set.of();
  }

  private static final int MAX_SAMPLES_PER_SERIES = 1024;

  /** Prometheus takes no sample that says it is from later than that. */
  private static final long AHEAD_MILLIS = Duration.ofMinutes(10).toMillis();

  private final long retentionMillis;
  private final Map<String, Map<Map<String, String>, Series>> byMetric = new HashMap<>();
  private final Map<ScrapeTarget, Memory> memories = new HashMap<>();

  SeriesStore(Duration retention) {
    this.retentionMillis = retention.toMillis();
  }

  /** Takes in a scrape that succeeded; one that is not newer than the target's last is dropped. */
  synchronized void succeeded(ScrapeTarget target, long time, List<ExposedSample> samples) {
    record(target, time, samples, 1);
  }

  /** Takes in a scrape that failed: the target is down and its series are unknown. */
  synchronized void failed(ScrapeTarget target, long time) {
    record(target, time, List.of(), 0);
  }

  synchronized MetricResult query(MetricQuery query, long at) {
    var series =
        byMetric.getOrDefault(query.seriesName(), Map.of()).values().stream()
            .filter(one -> query.matchers().stream().allMatch(m -> m.matches(one.labels())))
            .toList();
    return QueryEvaluator.evaluate(query, series, at);
  }

  private void record(ScrapeTarget target, long time, List<ExposedSample> samples, double up) {
    var memory = memories.computeIfAbsent(target, key -> new Memory());
    if (time <= memory.lastScrape) {
      return;
    }
    var targetLabels = target.seriesLabels();
    var shown = new HashSet<Series>();
    for (ExposedSample sample : samples) {
      if (sample.timestamp().orElse(time) > time + AHEAD_MILLIS) {
        continue;
      }
      var series = series(sample.metric(), merge(targetLabels, sample.labels()));
      series.append(sample.timestamp().orElse(time), sample.value());
      if (sample.timestamp().isEmpty()) {
        // Prometheus marks no end for series that bring their own time.
        shown.add(series);
      }
    }
    memory.shown.stream().filter(old -> !shown.contains(old)).forEach(old -> old.markStale(time));
    series("up", targetLabels).append(time, up);
    memory.shown = shown;
    memory.lastScrape = time;
    forgetBefore(time - retentionMillis);
  }

  private Series series(String metric, Map<String, String> labels) {
    return byMetric
        .computeIfAbsent(metric, name -> new HashMap<>())
        .computeIfAbsent(
            labels, key -> new Series(Map.copyOf(key), retentionMillis, MAX_SAMPLES_PER_SERIES));
  }

  /** The target's labels win; one of the sample's that clashes is renamed, as Prometheus does. */
  private static Map<String, String> merge(
      Map<String, String> ofTarget, Map<String, String> ofSample) {
    var merged = new TreeMap<>(ofTarget);
    var clashing = new TreeMap<String, String>();
    ofSample.forEach(
        (label, value) -> {
          if (ofTarget.containsKey(label)) {
            clashing.put(label, value);
          } else {
            merged.put(label, value);
          }
        });
    clashing.forEach(
        (label, value) -> {
          String renamed = "exported_" + label;
          while (merged.containsKey(renamed)) {
            renamed = "exported_" + renamed;
          }
          merged.put(renamed, value);
        });
    merged.values().removeIf(String::isEmpty);
    return merged;
  }

  private void forgetBefore(long time) {
    byMetric.values().forEach(all -> all.values().removeIf(one -> one.newestTime() < time));
    byMetric.values().removeIf(Map::isEmpty);
  }
}
