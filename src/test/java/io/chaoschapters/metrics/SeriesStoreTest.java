package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.metrics.exposition.ExposedSample;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SeriesStoreTest {

  private static final MetricQuery X = MetricQuery.gauge("x");

  private final ScrapeTarget target =
      ScrapeTarget.of("nodes", "n1", URI.create("http://127.0.0.1:1/metrics"));
  private final SeriesStore store = new SeriesStore(Duration.ofMinutes(2));

  @Test
  void scraped_valueHasLabelsOfTargetAndTimeOfScrape() {
    store.succeeded(target, 1000, List.of(sample("x", Map.of("key", "k"), 3)));

    assertThat(store.query(X, 1500).values())
        .containsExactly(
            new MetricValue(
                Map.of("job", "nodes", "instance", "n1", "key", "k"),
                3,
                Instant.ofEpochMilli(1000)));
  }

  @Test
  void labelOfSampleClashesWithTarget_isRenamed() {
    store.succeeded(target, 1000, List.of(sample("x", Map.of("job", "mine"), 3)));

    assertThat(store.query(X.where("exported_job", "mine").where("job", "nodes"), 1000).single())
        .hasValue(3);
  }

  @Test
  void seriesVanishesFromScrape_isUnknownAtOnce() {
    store.succeeded(target, 1000, List.of(sample("x", Map.of(), 3)));
    store.succeeded(target, 2000, List.of());

    assertThat(store.query(X, 1999).single()).hasValue(3);
    assertThat(store.query(X, 2000).single()).isEmpty();
  }

  @Test
  void targetFails_isDownAndItsSeriesUnknown() {
    store.succeeded(target, 1000, List.of(sample("x", Map.of(), 3)));
    store.failed(target, 2000);

    assertThat(store.query(X.sum(), 2000).isEmpty()).isTrue();
    assertThat(store.query(MetricQuery.gauge("up"), 2000).single()).hasValue(0);
  }

  @Test
  void targetComesBack_isKnownAgain() {
    store.succeeded(target, 1000, List.of(sample("x", Map.of(), 3)));
    store.failed(target, 2000);
    store.succeeded(target, 3000, List.of(sample("x", Map.of(), 4)));

    assertThat(store.query(X, 3000).single()).hasValue(4);
  }

  @Test
  void scrapingStops_isUnknownAfterTheBound() {
    store.succeeded(target, 1000, List.of(sample("x", Map.of(), 3)));

    assertThat(store.query(X, 6000).single()).hasValue(3);
    assertThat(store.query(X, 6001).isEmpty()).isTrue();
  }

  @Test
  void slowScrapeEndsAfterAYoungerOne_isDropped() {
    store.succeeded(target, 2000, List.of(sample("x", Map.of(), 4)));
    store.failed(target, 1000);

    assertThat(store.query(X, 2000).single()).hasValue(4);
  }

  @Test
  void nan_isUnknown() {
    store.succeeded(target, 1000, List.of(sample("x", Map.of(), Double.NaN)));

    assertThat(store.query(X, 1000).isEmpty()).isTrue();
    assertThat(store.query(X.sum(), 1000).isEmpty()).isTrue();
  }

  @Test
  void targetEndsWithinWindow_rateIsKnownForItsSamplesAndNewestTells() {
    var rate = MetricQuery.rate("x", Duration.ofSeconds(2));
    store.succeeded(target, 1000, List.of(sample("x", Map.of(), 10)));
    store.succeeded(target, 2000, List.of(sample("x", Map.of(), 20)));
    store.failed(target, 3000);

    assertThat(store.query(rate, 3000).single()).isPresent();
    assertThat(store.query(rate, 3000).newest()).contains(Instant.ofEpochMilli(2000));
    assertThat(store.query(rate, 3001).isEmpty()).isTrue();
  }

  private static ExposedSample sample(String metric, Map<String, String> labels, double value) {
    return new ExposedSample(metric, labels, value, OptionalLong.empty());
  }
}
