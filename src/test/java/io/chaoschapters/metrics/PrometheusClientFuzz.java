package io.chaoschapters.metrics;

import io.chaoschapters.fuzz.CannedHttpClient;
import io.chaoschapters.fuzz.Sentences;
import io.chaoschapters.fuzz.WarmUp;
import io.chaoschapters.http.BoundedHttp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Any answers of a Prometheus to the two requests of a query are read, or end in a sentence. The
 * first line of an input is the status of the answer; a line {@code ---} parts the two.
 */
public final class PrometheusClientFuzz {
  private static final URI SERVER = URI.create("http://127.0.0.1:9090");
  private static final Duration WINDOW = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER = 8 * 1024;
  private static final List<MetricQuery> QUERIES =
      List.of(
          MetricQuery.gauge("up").by("node"),
          MetricQuery.rate("requests_total", WINDOW),
          MetricQuery.quantile(0.99, "duration_seconds", WINDOW).sum());

  private PrometheusClientFuzz() {}

  /** Before the first try. */
  public static void fuzzerInitialize() {
    WarmUp.with("prometheus", PrometheusClientFuzz::fuzzerTestOneInput);
  }

  /** One try. */
  public static void fuzzerTestOneInput(byte[] input) {
    String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    int status = parts[0].matches("[1-5]\\d\\d") ? Integer.parseInt(parts[0]) : 200;
    String[] answers = parts[parts.length - 1].split("\n---\n", 2);
    for (MetricQuery query : QUERIES) {
      CannedHttpClient http = new CannedHttpClient();
      for (String answer : answers) {
        http.answers(status, answer.getBytes(StandardCharsets.UTF_8));
      }
      ask(http, query);
    }
  }

  private static void ask(CannedHttpClient http, MetricQuery query) {
    var client =
        new PrometheusClient(SERVER, new BoundedHttp(http, Duration.ofMinutes(1), LARGEST_ANSWER));
    try {
      for (MetricValue value : client.query(query).values()) {
        if (Double.isNaN(value.value())) {
          throw new AssertionError("a value that is no number is not unknown: " + value);
        }
      }
    } catch (MetricsUnavailableException e) {
      Sentences.check(e.getMessage());
    }
  }
}
