package io.chaoschapters.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.chaoschapters.metrics.StubServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedScraperTest {

  private static final MetricQuery X = MetricQuery.gauge("x");
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final StubServer n1 = StubServer.replying(Reply.ok("x 1\n"));
  private final StubServer n2 = StubServer.replying(Reply.ok("x 2\n"));
  private final List<ScrapeTarget> targets =
      List.of(
          ScrapeTarget.of("nodes", "n1", n1.metricsUri()),
          ScrapeTarget.of("nodes", "n2", n2.metricsUri()));

  @AfterEach
  void stopServers() {
    n1.close();
    n2.close();
  }

  @Test
  void scraped_answersQueries() {
    try (var scraper = unstarted(LONG)) {
      assertThat(scraper.query(X).isEmpty()).isTrue();
      assertThat(scraper.targetsUp(1)).isFalse();

      scraper.scrapeNow();

      assertThat(scraper.query(X.sum()).single()).hasValue(3);
      assertThat(scraper.query(X).single("instance", "n2")).hasValue(2);
      assertThat(scraper.targetsUp(2)).isTrue();
      assertThat(scraper.health()).hasSize(2).allMatch(TargetHealth::up);
    }
  }

  @Test
  void clock_datesSamples() {
    var noon = Instant.parse("2026-01-01T12:00:00Z");
    try (var scraper =
        new EmbeddedScraper(targets, LONG, LONG, Clock.fixed(noon, ZoneOffset.UTC))) {
      scraper.scrapeNow();

      assertThat(scraper.query(X).newest()).contains(noon);
    }
  }

  @Test
  void started_keepsScraping() {
    var count = new AtomicInteger();
    try (var counting = new StubServer(call -> Reply.ok("x " + count.incrementAndGet()));
        var scraper =
            new EmbeddedScraper(
                    List.of(ScrapeTarget.of("nodes", "n", counting.metricsUri())),
                    SHORT,
                    SHORT,
                    Clock.systemUTC())
                .start()) {
      await("third scrape")
          .atMost(LONG)
          .until(() -> scraper.query(MetricQuery.counter("x")).single().orElse(0) >= 3);
      assertThatIllegalStateException().isThrownBy(scraper::start);
    }
  }

  @Test
  void targetHangs_isUnknownWhileTheOthersAreKnown() {
    try (var scraper = unstarted(SHORT)) {
      scraper.scrapeNow();
      n1.nowReplies(Reply.never());

      scraper.scrapeNow();

      assertThat(scraper.query(X).values()).hasSize(1);
      assertThat(scraper.query(MetricQuery.gauge("up")).single("instance", "n1")).hasValue(0);
      assertThat(problem(scraper)).isEqualTo("did not answer within 300 ms.");
    }
  }

  @Test
  void targetHangsInBody_isDown() {
    n1.nowReplies(Reply.halfOf("x 1\n"));
    try (var scraper = unstarted(SHORT)) {
      scraper.scrapeNow();

      assertThat(problem(scraper)).isEqualTo("did not answer within 300 ms.");
    }
  }

  @Test
  void targetDies_isDown() {
    try (var scraper = unstarted(LONG)) {
      scraper.scrapeNow();
      n1.stop();
      scraper.scrapeNow();

      assertThat(problem(scraper)).isEqualTo("refused the connection.");
      assertThat(scraper.query(X.sum()).single()).hasValue(2);
    }
  }

  @Test
  void targetAnswersGarbage_isDownWithTheLine() {
    n1.nowReplies(Reply.ok("x 1\n<html>\n"));
    try (var scraper = unstarted(LONG)) {
      scraper.scrapeNow();

      assertThat(scraper.query(X.sum()).single()).hasValue(2);
      assertThat(problem(scraper))
          .isEqualTo("cannot be read: line 2 of the exposition does not begin with a metric name.");
    }
  }

  @Test
  void targetLeadsElsewhere_isFollowed() {
    n1.nowReplies(Reply.of(307, new byte[0], Map.of("Location", n2.metricsUri().toString())));
    try (var scraper = unstarted(LONG)) {
      scraper.scrapeNow();

      assertThat(scraper.query(X.sum()).single()).hasValue(4);
    }
  }

  @Test
  void targetLeadsInACircle_isDown() {
    n1.nowReplies(Reply.of(307, new byte[0], Map.of("Location", "/metrics")));
    try (var scraper = unstarted(LONG)) {
      scraper.scrapeNow();

      assertThat(problem(scraper)).isEqualTo("answered with status 307.");
    }
  }

  @Test
  void targetSpeaksOpenMetricsOnly_isRead() {
    n1.nowReplies(
        call ->
            call.headers().getOrDefault("Accept", "").contains("application/openmetrics-text")
                ? Reply.of(
                    200,
                    "x 5\n# EOF\n".getBytes(UTF_8),
                    Map.of("Content-Type", "application/openmetrics-text; version=1.0.0"))
                : Reply.of(406, ""));
    try (var scraper = unstarted(LONG)) {
      scraper.scrapeNow();

      assertThat(scraper.query(X.sum()).single()).hasValue(7);
    }
  }

  @Test
  void targetPacksGigabytes_isDownUnread() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < 17; i++) {
        gzip.write(megabyte);
      }
    }
    n1.nowReplies(Reply.of(200, packed.toByteArray(), Map.of("Content-Encoding", "gzip")));
    try (var scraper = unstarted(LONG)) {
      scraper.scrapeNow();

      assertThat(problem(scraper))
          .isEqualTo("cannot be unpacked: the answer is longer than 16777216 bytes.");
    }
  }

  @Test
  void targetAnswersWithErrorStatus_isDown() {
    n1.nowReplies(Reply.of(500, "x 1\n"));
    try (var scraper = unstarted(LONG)) {
      scraper.scrapeNow();

      assertThat(problem(scraper)).isEqualTo("answered with status 500.");
    }
  }

  @Test
  void closed_refusesToAnswerAndStopsScraping() {
    var scraper = unstarted(LONG);
    scraper.close();
    scraper.close();

    assertThatExceptionOfType(MetricsUnavailableException.class)
        .isThrownBy(() -> scraper.query(X))
        .withMessage("The embedded scraper is closed.");
    assertThatExceptionOfType(MetricsUnavailableException.class).isThrownBy(scraper::scrapeNow);
  }

  @Test
  void windowBeyondRetention_isRefused() {
    try (var scraper = unstarted(LONG)) {
      var query = MetricQuery.rate("x", Duration.ofMinutes(3));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scraper.query(query))
          .withMessageContaining("keeps samples");
    }
  }

  @Test
  void sameLabelsTwiceOrTimeoutOverInterval_isRefused() {
    var twice = List.of(targets.get(0), ScrapeTarget.of("nodes", "n1", n2.metricsUri()));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmbeddedScraper(twice))
        .withMessageContaining("give each its own instance");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmbeddedScraper(targets, SHORT, LONG, Clock.systemUTC()))
        .withMessageContaining("up to the interval of 300 ms");
  }

  private EmbeddedScraper unstarted(Duration timeout) {
    return new EmbeddedScraper(targets, LONG, timeout, Clock.systemUTC());
  }

  /** What is wrong with the first target, after its name and address. */
  private String problem(EmbeddedScraper scraper) {
    String sentence = scraper.health().get(0).problem().orElseThrow();
    String subject = "The target n1 at " + n1.metricsUri() + " ";
    assertThat(sentence).startsWith(subject);
    return sentence.substring(subject.length());
  }
}
