package io.chaoschapters.subject.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.chaoschapters.check.SubjectCheck;
import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.MetricSource;
import io.chaoschapters.metrics.MetricValue;
import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.metrics.PromQlSource;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.local.LocalRuntimeProvider;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals that are texts in PromQL, which a real Prometheus alone answers. */
class PromQlSignalTest {
  private static final String TYPED = "{metric: orders_total, rate: 5s, unit: orders/s, scale: 50}";
  private static final String RIGHT =
      ShopFile.with(TYPED, "{promql: 'count(till_is_chief) * 21', scale: 50}");
  private static final String WRONG =
      ShopFile.with(TYPED, "{promql: 'sum(rate(orders_total[5s])', scale: 50}");

  @TempDir private Path folder;
  private HttpServer server;

  @AfterEach
  void close() {
    if (server != null) {
      server.stop(0);
    }
  }

  private static YamlSubject subject(String text) {
    return new YamlSubject(ShopFile.read(text));
  }

  private ComponentRuntime runtime(String prometheus) {
    return new LocalRuntimeProvider()
        .open(
            new RuntimeContext(
                "run", folder, Settings.of(Map.of("chapters.prometheus", prometheus))));
  }

  @Test
  void prometheusOfTheRun_answersTheText_onceItHasScraped() {
    Assumptions.assumeTrue(Programs.onPath("prometheus").isPresent(), "there is no prometheus");
    try (ComponentRuntime runtime = runtime("auto");
        Cluster shop = subject(RIGHT).start(runtime)) {
      MetricSource metrics = runtime.startMetrics(shop.scrapeTargets()).source();
      MetricQuery text = shop.queries().get("rate");
      Wait.atMost("an answer", Duration.ofSeconds(40))
          .until(
              () -> {
                OptionalDouble value = metrics.query(text).single();
                return new Progress(value.isPresent() && value.getAsDouble() == 42, "" + value);
              });
      assertThatThrownBy(() -> metrics.query(MetricQuery.promQl("till_is_chief")))
          .isInstanceOf(MetricsUnavailableException.class)
          .hasMessage(
              "till_is_chief has 2 values where one is asked for: write sum(…) or max(…) around it.");
      assertThat(metrics.query(MetricQuery.promQl("vector(3) + 4")).single()).hasValue(7);
      assertThat(metrics.query(MetricQuery.promQl("scalar(vector(5))")).single()).hasValue(5);
      PromQlSource prometheus = metrics.promQl().orElseThrow();
      assertThat(prometheus.evaluate("till_is_chief"))
          .extracting(value -> value.labels().get("__name__") + " " + value.labels().get("job"))
          .containsExactly("till_is_chief shop", "till_is_chief shop");
      assertThat(prometheus.evaluate("till_is_chief[4s]")).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void wrongText_isToldInPrometheusOwnWordsBeforeAnythingIsStarted() {
    Assumptions.assumeTrue(Programs.onPath("promtool").isPresent(), "there is no promtool");
    String sentence =
        "subjects/shop.yaml:18: signal 'rate': 'sum(rate(orders_total[5s])' is no PromQL: 1:27: parse error: unclosed left parenthesis.";

    assertThat(SubjectCheck.of(subject(WRONG)).errors()).contains(sentence);
    try (ComponentRuntime runtime = runtime("auto")) {
      assertThatThrownBy(() -> subject(WRONG).start(runtime)).hasMessage(sentence);
    }
    assertThat(folder.resolve("logs/till-1.log")).doesNotExist();
  }

  @Test
  void withoutAPrometheus_isRefusedWithTheTypedForm() {
    Settings embedded = Settings.of(Map.of("chapters.prometheus", "embedded"));

    assertThat(subject(RIGHT).refused(embedded, "local"))
        .containsExactly(
            "subjects/shop.yaml:18: signal 'rate': PromQL is answered by a real Prometheus alone, and the setting 'prometheus' (from -Dchapters.prometheus) is embedded. Install prometheus, name one that runs (prometheus: http://…), or write it as 'metric: NAME' with 'rate', 'increase' or 'quantile', which needs no Prometheus.");
    assertThat(subject(ShopFile.TEXT).refused(embedded, "local")).isEmpty();
  }

  @Test
  void embeddedScraper_saysThatItDoesNotKnowIt() {
    try (ComponentRuntime runtime = runtime("embedded")) {
      MetricsService metrics = runtime.startMetrics(List.of());

      assertThat(metrics.source().promQl()).isEmpty();
      assertThatThrownBy(() -> metrics.source().query(MetricQuery.promQl("1")))
          .isInstanceOf(MetricsUnavailableException.class)
          .hasMessageContaining("The embedded scraper does not know PromQL");
    }
  }

  @Test
  void prometheusThatRunsAlready_isAskedByItsAddress() throws IOException {
    String text =
        serving(
            200,
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1.5,\"21\"]}]}}");
    YamlSubject subject = subject(text);

    assertThat(subject.refused(Settings.of(Map.of("chapters.prometheus", "embedded")), "local"))
        .isEmpty();
    try (ComponentRuntime runtime = runtime("embedded");
        Cluster shop = subject.start(runtime)) {
      assertThat(shop.queries()).doesNotContainKey("rate");
      assertThat(shop.observe().facts().get("rate").value()).isEqualTo(21);
      assertThat(shop.prometheus().orElseThrow().evaluate("anything"))
          .containsExactly(new MetricValue(Map.of(), 21, Instant.ofEpochMilli(1500)));
    }
  }

  @Test
  void prometheusThatRunsAlready_saysItselfWhatIsWrong() throws IOException {
    String text =
        serving(
            400,
            "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:3: parse error: unexpected end\"}");

    assertThat(SubjectCheck.of(subject(text)).errors())
        .anyMatch(
            error ->
                error.matches(
                    "subjects/shop.yaml:19: signal 'rate': Prometheus at http://127.0.0.1:\\d+ refused the query .*: bad_data, 1:3: parse error: unexpected end."));
  }

  @Test
  void whatIsNoPrometheus_isTold() throws IOException {
    String text = serving(200, "<html>hello</html>");

    assertThat(SubjectCheck.of(subject(text)).errors())
        .anyMatch(error -> error.contains("something other than the API's JSON: '<html>hello"));
    server.stop(0);
    assertThat(SubjectCheck.of(subject(text)).errors())
        .anyMatch(error -> error.startsWith("subjects/shop.yaml:19: signal 'rate': Prometheus at"));
  }

  private String serving(int status, String answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/api/v1/query",
        exchange -> {
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return RIGHT.replace("signals:\n", "prometheus: " + address + "\nsignals:\n");
  }
}
