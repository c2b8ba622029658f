package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.chaoschapters.metrics.StubServer.Call;
import io.chaoschapters.metrics.StubServer.Reply;
import io.chaoschapters.metrics.exposition.Names;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the embedded scraper to a real Prometheus where targets answer what they please: each
 * answer is one target, and after a scrape both must know the same of it.
 */
class WildExpositionsTest {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

  /** Half of the time for which a Prometheus of ours keeps a value that is not renewed. */
  private static final Duration INTERVAL = Duration.ofMillis(2500);

  /** Hundreds of targets at once take two threads a while. */
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void answersInTheWild_sameIsKnownAsInPrometheus() throws Exception {
    compare(WildExpositions.all(System.currentTimeMillis()));
  }

  @Test
  void answersWithBytesChanged_sameIsKnownAsInPrometheus() throws Exception {
    compare(WildExpositions.changed(1, 300));
  }

  private void compare(List<Reply> replies) throws Exception {
    var program = PrometheusProcess.onPath();
    assumeThat(program)
        .as("no 'prometheus' on the PATH: install Debian's package to run this comparison")
        .isPresent();
    try (var server = new StubServer(call -> reply(call, replies))) {
      List<ScrapeTarget> targets =
          IntStream.range(0, replies.size())
              .mapToObj(i -> ScrapeTarget.of("wild", "" + i, server.uri().resolve("/" + i)))
              .toList();
      var config = PrometheusConfig.render(targets, INTERVAL, INTERVAL);
      try (var prometheus = PrometheusProcess.start(program.get(), folder, config)) {
        var client = prometheus.client();
        // The clock stands still, so that what was scraped is as new when the last is asked for.
        var now = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        try (var embedded = new EmbeddedScraper(targets, LONG, LONG, now)) {
          embedded.scrapeNow();
          var ours = known(embedded, replies);
          // On a busy machine, Prometheus may have to scrape a target again.
          await("Prometheus has scraped every target")
              .atMost(Duration.ofSeconds(60))
              .pollInterval(Duration.ofMillis(500))
              .untilAsserted(() -> assertSame(replies, known(client), ours, embedded.health()));
        }
        assertThat(asked(server, false)).isEqualTo(asked(server, true));
      }
    }
  }

  private static Reply reply(Call call, List<Reply> replies) {
    return replies.get(Integer.parseInt(call.uri().getPath().substring(1)));
  }

  /** What a target is asked for, by Prometheus or by us. */
  private static Map<String, String> asked(StubServer server, boolean byPrometheus) {
    Call call =
        server.calls().stream()
            .filter(one -> one.userAgent().startsWith("Prometheus") == byPrometheus)
            .findFirst()
            .orElseThrow();
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(call.headers());
    headers.keySet().removeAll(Set.of("User-Agent", "Host"));
    headers.keySet().removeIf(name -> name.matches("(?i)Connection|Content-Length"));
    headers.computeIfPresent("X-Prometheus-Scrape-Timeout-Seconds", (name, seconds) -> "some");
    return headers;
  }

  private static void assertSame(
      List<Reply> replies,
      Map<String, Set<String>> theirs,
      Map<String, Set<String>> ours,
      List<TargetHealth> health) {
    var different = new ArrayList<String>();
    for (int i = 0; i < replies.size(); i++) {
      var expected = theirs.get("" + i);
      var actual = ours.get("" + i);
      if (!Objects.equals(expected, actual)) {
        Reply reply = replies.get(i);
        different.add(
            reply.status()
                + " "
                + reply.headers()
                + " '"
                + new String(reply.body(), StandardCharsets.UTF_8).replace("\n", "\\n")
                + "': Prometheus knows "
                + expected
                + ", we know "
                + actual
                + health.get(i).problem().map(why -> ": " + why).orElse(""));
      }
    }
    assertThat(different).isEmpty();
  }

  /** By instance, all that is known of it but the scrapes themselves; every target has "up". */
  private static Map<String, Set<String>> known(PrometheusClient prometheus) {
    var known = new TreeMap<String, Set<String>>();
    for (var series : prometheus.ask("{job=\"wild\"}", Optional.empty()).elements()) {
      var labels = new TreeMap<>(series.labels());
      String name = labels.remove(Names.METRIC_NAME);
      if (!name.startsWith("scrape_")) {
        add(known, name, labels, series.value());
      }
    }
    return known;
  }

  private static Map<String, Set<String>> known(EmbeddedScraper embedded, List<Reply> replies) {
    var names = new TreeSet<>(Set.of("up"));
    for (Reply reply : replies) {
      Matcher name = NAME.matcher(new String(reply.body(), StandardCharsets.UTF_8));
      for (int from = 0; name.find(from); from = name.start() + 1) {
        names.add(name.group());
      }
    }
    names.addAll(List.of("x", "y"));
    var known = new TreeMap<String, Set<String>>();
    for (String name : names) {
      for (MetricValue value : embedded.query(MetricQuery.gauge(name)).values()) {
        add(known, name, new TreeMap<>(value.labels()), value.value());
      }
    }
    return known;
  }

  private static void add(
      Map<String, Set<String>> known, String name, Map<String, String> labels, double value) {
    labels.remove("job");
    String instance = labels.remove("instance");
    Set<String> ofInstance = known.computeIfAbsent(instance, i -> new TreeSet<>());
    if (!Double.isNaN(value)) { // which our queries leave out
      ofInstance.add(name + labels + " " + value);
    }
  }
}
