package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.chaoschapters.metrics.exposition.ExposedSample;
import io.chaoschapters.metrics.exposition.ExpositionParser;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** On a real store's page of metrics: 1.4 MB in 17,900 lines, of three stores at a time. */
class LargePageTest {
  private static byte[] page() throws IOException {
    try (InputStream packed =
            Objects.requireNonNull(
                LargePageTest.class.getResourceAsStream("/tikv-real/tikv-metrics-whole.txt.gz"));
        InputStream in = new GZIPInputStream(packed)) {
      return in.readAllBytes();
    }
  }

  @Test
  void threeLargePages_areScrapedInTime() throws IOException {
    byte[] page = page();
    assertThat(page.length).isGreaterThan(1_400_000);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(task -> new Thread(task, "large-page").start());
    server.createContext(
        "/metrics",
        exchange -> {
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    URI uri =
        URI.create(RootLocale.format("http://127.0.0.1:%d/metrics", server.getAddress().getPort()));
    List<ScrapeTarget> targets =
        List.of(
            ScrapeTarget.of("tikv", "tikv-1", uri),
            ScrapeTarget.of("tikv", "tikv-2", uri),
            ScrapeTarget.of("tikv", "tikv-3", uri));
    // Only a broken machine needs as long; the limits on size and lines are the usual ones.
    Duration patience = Duration.ofSeconds(20);
    Clock standing = Clock.fixed(Instant.EPOCH.plusSeconds(1), ZoneOffset.UTC);
    try (EmbeddedScraper scraper = new EmbeddedScraper(targets, patience, patience, standing)) {
      scraper.scrapeNow();

      assertThat(scraper.health()).hasSize(3).allMatch(target -> target.problem().isEmpty());
      MetricQuery writes =
          MetricQuery.gauge("tikv_raftstore_region_count").where("type", "region").sum();
      assertThat(scraper.query(writes).single()).hasValue(30);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void fewQueriesWillBeAsked_onlyTheirLinesAreRead() throws Exception {
    String page = new String(page(), StandardCharsets.UTF_8);
    Duration window = Duration.ofSeconds(4);
    ScrapeTarget target =
        ScrapeTarget.of("tikv", "tikv-1", URI.create("http://127.0.0.1/metrics"))
            .keepingOnly(
                List.of(
                    MetricQuery.quantile(0.99, "tikv_grpc_msg_duration_seconds", window)
                        .where("type", "raw_put"),
                    MetricQuery.gauge("tikv_raftstore_region_count")));

    List<ExposedSample> all = ExpositionParser.parse(page);
    List<ExposedSample> some = ExpositionParser.parse(page(), "", target::wants);

    assertThat(all).hasSizeGreaterThan(15_000);
    assertThat(some)
        .hasSizeLessThan(200)
        .containsExactlyElementsOf(all.stream().filter(LargePageTest::isAskedFor).toList());
  }

  @Test
  void queryForOneInstance_theLineNeedNotShowTheLabel() {
    MetricQuery one = MetricQuery.gauge("queue_depth").where("instance", "node-1");
    ScrapeTarget target =
        ScrapeTarget.of("queue", "node-1", URI.create("http://127.0.0.1/metrics"));
    ScrapeTarget other = ScrapeTarget.of("queue", "node-2", URI.create("http://127.0.0.1/metrics"));

    assertThat(target.keepingOnly(List.of(one)).wants("queue_depth 3")).isTrue();
    assertThat(other.keepingOnly(List.of(one)).wants("queue_depth 3")).isFalse();
  }

  private static boolean isAskedFor(ExposedSample sample) {
    return sample.metric().equals("tikv_raftstore_region_count")
        || "raw_put".equals(sample.labels().get("type"))
            && sample.metric().matches("tikv_grpc_msg_duration_seconds_(bucket|count)");
  }
}
