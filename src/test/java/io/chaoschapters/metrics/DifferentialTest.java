package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.chaoschapters.metrics.PrometheusAnswer.Element;
import io.chaoschapters.metrics.StubServer.Reply;
import io.chaoschapters.metrics.exposition.ExposedSample;
import io.chaoschapters.metrics.exposition.Names;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the embedded scraper to the answers of a real Prometheus.
 *
 * <p>Both scrape the same targets. Two scrapers never hit the same instant, so for the comparison
 * of numbers the samples that Prometheus took are read back and replayed into the embedded store;
 * what the two then answer at the same instants must be equal.
 */
class DifferentialTest {

  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(5);

  @TempDir Path folder;

  @Test
  void sameSamples_sameAnswersAsPrometheus() throws Exception {
    var program = PrometheusProcess.onPath();
    assumeThat(program)
        .as("no 'prometheus' on the PATH: install Debian's package to run this comparison")
        .isPresent();
    long datedAt = System.currentTimeMillis();
    var staying = new ScriptedExposition(datedAt);
    var leaving = new ScriptedExposition(datedAt);
    try (var stays = new StubServer(call -> Reply.ok(staying.next()));
        var leaves = new StubServer(call -> Reply.ok(leaving.next()))) {
      var targets =
          List.of(
              ScrapeTarget.of("scripted", "n1", stays.metricsUri()).withLabel("node", "one"),
              ScrapeTarget.of("scripted", "n2", leaves.metricsUri()).withLabel("node", "two"));
      var config = PrometheusConfig.render(targets, INTERVAL, INTERVAL);
      try (var prometheus = PrometheusProcess.start(program.get(), folder, config);
          var embedded =
              new EmbeddedScraper(targets, INTERVAL, INTERVAL, Clock.systemUTC()).start()) {
        var client = prometheus.client();
        awaitScrapes(stays, 6);
        awaitScrapes(leaves, 6);
        assertThat(client.targetsUp(2)).isTrue();
        assertThat(shapes(embedded)).isEqualTo(shapes(client));

        staying.resetCounters();
        awaitScrapes(stays, 4);
        staying.loseSeries();
        awaitScrapes(stays, 4);
        leaves.stop();
        awaitDown(client);
        awaitDown(embedded);
        awaitScrapes(stays, 4);
        assertThat(client.targetsUp(2)).isFalse();
        assertThat(shapes(embedded)).isEqualTo(shapes(client));

        compareReplayed(client, targets, datedAt);
      }
    }
  }

  private static void compareReplayed(
      PrometheusClient prometheus, List<ScrapeTarget> targets, long datedAt) {
    var read = prometheus.ask("{job=\"scripted\"}[1m]", Optional.empty()).elements();
    var store = new SeriesStore(EmbeddedScraper.RETENTION);
    var instants = new TreeSet<Long>();
    long complete = Long.MAX_VALUE;
    for (ScrapeTarget target : targets) {
      var times = replay(target, read, store);
      complete = Math.min(complete, times.last());
      instants.addAll(times);
    }
    int compared = 0;
    for (long time : evaluationTimes(instants.headSet(complete, true))) {
      for (MetricQuery query : queries()) {
        compared += assertSameAnswer(query, time, store, prometheus);
      }
    }
    assertThat(compared).as("values that were compared").isGreaterThan(500);

    var dated = MetricQuery.gauge("dated_gauge").where("instance", "n1");
    assertThat(assertSameAnswer(dated, datedAt + 5000, store, prometheus)).isOne();
    assertThat(assertSameAnswer(dated, datedAt + 5001, store, prometheus)).isZero();
  }

  /** Feeds what Prometheus scraped from a target to the store; returns the times of the scrapes. */
  private static TreeSet<Long> replay(ScrapeTarget target, List<Element> read, SeriesStore store) {
    var up = new TreeMap<Long, Double>();
    var samples = new HashMap<Long, List<ExposedSample>>();
    var ofTarget =
        read.stream().filter(s -> target.instance().equals(s.labels().get("instance"))).toList();
    for (Element series : ofTarget) {
      if (series.labels().get(Names.METRIC_NAME).equals("up")) {
        series.points().forEach(p -> up.put(p.time().toEpochMilli(), p.value()));
      }
    }
    for (Element series : ofTarget) {
      var labels = new TreeMap<>(series.labels());
      String metric = labels.remove(Names.METRIC_NAME);
      if (metric.equals("up") || metric.startsWith("scrape_")) {
        continue;
      }
      labels.keySet().removeAll(target.seriesLabels().keySet());
      for (var point : series.points()) {
        long time = point.time().toEpochMilli();
        boolean ownTime = !up.containsKey(time);
        samples
            .computeIfAbsent(ownTime ? up.firstKey() : time, key -> new ArrayList<>())
            .add(
                new ExposedSample(
                    metric,
                    labels,
                    point.value(),
                    ownTime ? OptionalLong.of(time) : OptionalLong.empty()));
      }
    }
    up.forEach(
        (time, value) -> {
          if (value == 1) {
            store.succeeded(target, time, samples.get(time));
          } else {
            store.failed(target, time);
          }
        });
    return new TreeSet<>(up.keySet());
  }

  /**
   * For every second scrape in turn one of: the scrape itself, a millisecond to either side of it,
   * a time between two scrapes, and the last instant at which it lies in a window or the first at
   * which it does not.
   */
  private static TreeSet<Long> evaluationTimes(SortedSet<Long> scrapes) {
    long window = SHORT.toMillis();
    long[] offsets = {0, window, -1, 37, window + 1, 1};
    var times = new TreeSet<Long>();
    int next = 0;
    for (long scrape : scrapes) {
      if (next++ % 2 == 0) {
        times.add(scrape + offsets[next / 2 % offsets.length]);
      }
    }
    return new TreeSet<>(times.headSet(scrapes.last(), true));
  }

  private static List<MetricQuery> queries() {
    var queries = new ArrayList<MetricQuery>();
    Stream.of(
            "up in_flight not_a_number no_bound clashing escaped empty_label vanishing unknown"
                .split(" "))
        .map(MetricQuery::gauge)
        .forEach(queries::add);
    queries.add(MetricQuery.gauge("in_flight").sum());
    queries.add(MetricQuery.gauge("in_flight").max());
    queries.add(MetricQuery.gauge("in_flight").by("node").max());
    queries.add(MetricQuery.gauge("in_flight").where("route", "").sum());
    queries.add(MetricQuery.gauge("escaped").where("path", "C:\\dir \"x\"\n").sum());
    queries.add(MetricQuery.gauge("empty_label").whereNot("nothing", "").sum());
    queries.add(MetricQuery.counter("requests_total").whereNot("outcome", "ok").by("route"));
    for (Duration window : List.of(SHORT, LONG)) {
      var rate = MetricQuery.rate("requests_total", window);
      queries.addAll(List.of(rate, rate.sum(), rate.by("node", "outcome").max()));
      var latency = MetricQuery.quantile(0.9, "latency_seconds", window);
      queries.addAll(List.of(latency, latency.sum(), latency.max(), latency.by("route")));
    }
    queries.add(
        MetricQuery.rate("requests_total", SHORT).where("route", "a").whereNot("node", "two"));
    queries.add(MetricQuery.rate("vanishing_total", SHORT).by("node"));
    queries.add(MetricQuery.increase("requests_total", SHORT).by("node"));
    queries.add(MetricQuery.quantile(0, "latency_seconds", SHORT));
    queries.add(MetricQuery.quantile(1, "latency_seconds", SHORT));
    queries.add(MetricQuery.quantile(0.1, "below_zero", SHORT));
    Stream.of("idle_seconds below_zero crooked no_infinity only_infinity".split(" "))
        .map(name -> MetricQuery.quantile(0.6, name, SHORT).by("node"))
        .forEach(queries::add);
    return queries;
  }

  private static int assertSameAnswer(
      MetricQuery query, long time, SeriesStore store, PrometheusClient prometheus) {
    var expected = byLabels(prometheus.queryAt(query, Instant.ofEpochMilli(time)));
    var actual = byLabels(store.query(query, time));
    String description = RootLocale.format("%s at %d", query, time);
    assertThat(actual.keySet()).as(description).isEqualTo(expected.keySet());
    expected.forEach(
        (labels, value) -> {
          var ours = actual.get(labels);
          if (Double.isInfinite(value.value())) {
            assertThat(ours.value()).as(description).isEqualTo(value.value());
          } else {
            // Sums are added up in another order, so the last bits may differ.
            assertThat(ours.value())
                .as(description + labels)
                .isCloseTo(value.value(), within(1e-12 * Math.max(1, Math.abs(value.value()))));
          }
          assertThat(ours.newest()).as(description + labels).isEqualTo(value.newest());
        });
    return expected.size();
  }

  private static Map<Map<String, String>, MetricValue> byLabels(MetricResult result) {
    return result.values().stream().collect(Collectors.toMap(MetricValue::labels, value -> value));
  }

  /** What does not depend on when the two scraped: which values there are, without the rates. */
  private static Map<MetricQuery, Object> shapes(MetricSource source) {
    return queries().stream()
        .filter(query -> query.window() == null)
        .collect(Collectors.toMap(query -> query, query -> byLabels(source.query(query)).keySet()));
  }

  private static void awaitScrapes(StubServer target, int more) {
    long before = scrapes(target);
    await(RootLocale.format("Prometheus scrapes the target %d times more", more))
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> scrapes(target) >= before + more);
  }

  private static long scrapes(StubServer target) {
    return target.calls().stream().filter(c -> c.userAgent().startsWith("Prometheus")).count();
  }

  private static void awaitDown(MetricSource source) {
    await("the target is seen to be down")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                source
                    .query(MetricQuery.gauge("up").where("instance", "n2"))
                    .single()
                    .equals(OptionalDouble.of(0)));
  }
}
