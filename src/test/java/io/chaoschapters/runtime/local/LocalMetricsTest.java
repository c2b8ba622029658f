package io.chaoschapters.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.metrics.EmbeddedScraper;
import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.MetricResult;
import io.chaoschapters.metrics.MetricValue;
import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.runtime.scraping.HandoverSource;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class LocalMetricsTest {
  private static final MetricQuery REQUESTS = MetricQuery.counter("tiny_requests_total");

  @TempDir Path folder;

  @AfterEach
  void unset() {
    System.clearProperty("chapters.prometheus");
  }

  @Test
  void embeddedAsked_firstScrapeIsThere() {
    System.setProperty("chapters.prometheus", "embedded");
    try (ComponentRuntime runtime = runtime()) {
      MetricsService metrics = runtime.startMetrics(List.of(target(runtime)));

      assertThat(metrics.source().query(REQUESTS).single()).hasValue(7);
      assertThat(metrics.description())
          .isEqualTo("embedded scraper (as asked by -Dchapters.prometheus)");
    }
  }

  @Test
  void prometheusOnThePath_startsAndMetricsAreThereAtOnce() {
    Assumptions.assumeTrue(Programs.onPath("prometheus").isPresent(), "no prometheus here");
    try (ComponentRuntime runtime = runtime()) {
      MetricsService metrics = runtime.startMetrics(List.of(target(runtime)));

      assertThat(metrics.source().query(REQUESTS).single()).hasValue(7);
      assertThat(metrics.description()).startsWith("Prometheus /").contains("found on the PATH");
    }
  }

  /** Wherever it runs: what has no metrics needs no program that asks for them. */
  @Test
  void nothingToScrape_startsNoPrometheus() {
    try (ComponentRuntime runtime = runtime()) {
      assertThat(runtime.startMetrics(List.of()).description())
          .isEqualTo("embedded scraper (the subject has no metrics to scrape)");
    }
  }

  @Test
  void noSuchProgram_refusedWithSentence() {
    System.setProperty("chapters.prometheus", "/no/such/program");
    try (ComponentRuntime runtime = runtime()) {
      assertThatThrownBy(() -> runtime.startMetrics(List.of()))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageContaining("'/no/such/program', which is no program that can be run");
    }
  }

  @Test
  void secondSourceKnowsAllTargets_takesOverForGood() {
    AtomicBoolean ready = new AtomicBoolean();
    MetricResult two =
        new MetricResult(List.of(new MetricValue(Map.of("instance", "x"), 2, Instant.now())));
    try (EmbeddedScraper first = new EmbeddedScraper(List.of());
        HandoverSource source =
            new HandoverSource(
                first,
                query -> ready.get() ? two : MetricResult.empty(),
                1,
                Duration.ofMillis(50))) {
      source.begin();
      assertThat(source.query(REQUESTS)).isEqualTo(MetricResult.empty());
      assertThat(new MetricsService(source, "two").course())
          .isEqualTo("two; Prometheus has not taken over");
      ready.set(true);
      Wait.atMost("handover", Tiny.PATIENCE)
          .until(() -> new Progress(source.query(REQUESTS).equals(two), "the first answers"));

      assertThat(source.answering()).startsWith("Prometheus took over ");
      assertThatThrownBy(first::scrapeNow).isInstanceOf(MetricsUnavailableException.class);
    }
  }

  private ComponentRuntime runtime() {
    return new LocalRuntimeProvider()
        .open(new RuntimeContext("test", folder, Settings.ofProcess()));
  }

  private static ScrapeTarget target(ComponentRuntime runtime) {
    Component component = runtime.start(List.of(Tiny.serving("a"))).get(0);
    return ScrapeTarget.of("tiny", "a", component.endpoint("http").http("/metrics"));
  }
}
