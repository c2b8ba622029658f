package io.chaoschapters.metrics;

import io.chaoschapters.http.BoundedHttp;
import io.chaoschapters.http.Connections;
import io.chaoschapters.text.RootLocale;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Asks a Prometheus server through its HTTP API.
 *
 * <p>A query takes two requests: one for the values, and one, evaluated at the same instant, for
 * the times of the samples they are made of. A scrape that ends between the two can make a sample
 * time newer than the value by one scrape, never the other way round.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">HTTP API</a>
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class PrometheusClient implements MetricSource, PromQlSource {

  private static final Duration TIMEOUT = Duration.ofMillis(1500);
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private final URI base;
  private final BoundedHttp http;

  /** A client that waits up to 1.5 s for an answer of up to 4 MiB. */
  public PrometheusClient(URI base) {
    this(base, TIMEOUT, MAX_BYTES);
  }

  /**
   * A client with bounds of its own.
   *
   * @param base the server's address, such as {@code http://127.0.0.1:9090}
   * @param timeout for one request, up to the last byte of its answer
   * @param maxBytes the size of an answer from which on it is refused
   * @throws IllegalArgumentException if the address is not an http or https address
   */
  public PrometheusClient(URI base, Duration timeout, int maxBytes) {
    this(base, new BoundedHttp(Connections.direct().build(), timeout, maxBytes));
  }

  PrometheusClient(URI base, BoundedHttp http) {
    if (base.getHost() == null || !String.valueOf(base.getScheme()).startsWith("http")) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "'%s' is not the address of a Prometheus: use one like http://127.0.0.1:9090.",
              base));
    }
    this.base = base;
    this.http = http;
  }

  @Override
  public MetricResult query(MetricQuery query) {
    return query(query, Optional.empty());
  }

  @Override
  public Optional<PromQlSource> promQl() {
    return Optional.of(this);
  }

  @Override
  public List<MetricValue> evaluate(String promQl) {
    return ask(promQl, Optional.empty()).elements().stream()
        .flatMap(
            element ->
                element.points().stream()
                    .filter(point -> !Double.isNaN(point.value()))
                    .map(point -> new MetricValue(element.labels(), point.value(), point.time())))
        .toList();
  }

  /** Answers a query as of a given time. */
  MetricResult queryAt(MetricQuery query, Instant at) {
    return query(query, Optional.of(at));
  }

  /** Whether the server says that it is ready to answer queries; false if it cannot be reached. */
  public boolean isReady() {
    try {
      return get("/-/ready").status() == 200;
    } catch (MetricsUnavailableException e) {
      return false;
    }
  }

  /** The answer's data to a query of any kind, as the API gives it. */
  PrometheusAnswer ask(String promQl, Optional<Instant> at) {
    var path = new StringBuilder("/api/v1/query?query=").append(encode(promQl));
    at.ifPresent(time -> path.append("&time=").append(encode(time.toString())));
    var answer = get(path.toString());
    return PrometheusAnswer.parse(answer, "Prometheus at " + base, promQl);
  }

  private MetricResult query(MetricQuery query, Optional<Instant> at) {
    var values = ask(query.toPromQl(), at).elements();
    if (values.isEmpty()) {
      return MetricResult.empty();
    }
    if (query.isText()) {
      return ofText(query, values);
    }
    var newest = sampleTimes(query, values.get(0).evaluatedAt());
    return new MetricResult(
        values.stream()
            .filter(element -> !Double.isNaN(element.value()))
            .flatMap(
                element -> {
                  var labels = query.resultLabels(element.labels());
                  // A sample that is gone when its time is asked has been deleted: unknown.
                  return Optional.ofNullable(newest.get(labels))
                      .map(time -> new MetricValue(labels, element.value(), time))
                      .stream();
                })
            .toList());
  }

  /** How old the samples are that a text is made of cannot be told from its answer. */
  private static MetricResult ofText(MetricQuery query, List<PrometheusAnswer.Element> values) {
    if (values.size() > 1) {
      throw new MetricsUnavailableException(
          RootLocale.format(
              "%s has %d values where one is asked for: write sum(…) or max(…) around it.",
              query, values.size()));
    }
    PrometheusAnswer.Element one = values.get(0);
    return Double.isNaN(one.value())
        ? MetricResult.empty()
        : new MetricResult(List.of(new MetricValue(one.labels(), one.value(), one.evaluatedAt())));
  }

  private Map<Map<String, String>, Instant> sampleTimes(MetricQuery query, Instant at) {
    var newest = new HashMap<Map<String, String>, Instant>();
    for (var element : ask(PromQl.renderSampleTimes(query), Optional.of(at)).elements()) {
      if (query.window() != null && element.samples() < 2) {
        continue; // too few for a rate
      }
      var time =
          query.window() == null
              ? Instant.ofEpochMilli(Math.round(element.value() * 1000))
              : element.evaluatedAt();
      newest.merge(query.resultLabels(element.labels()), time, (a, b) -> a.isAfter(b) ? a : b);
    }
    return newest;
  }

  private BoundedHttp.Answer get(String pathAndQuery) {
    String address = base.toString().replaceAll("/+$", "");
    CompletableFuture<BoundedHttp.Answer> answer =
        http.get(URI.create(address + pathAndQuery), Map.of("Accept", "application/json"));
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new MetricsUnavailableException(
          RootLocale.format("Prometheus at %s %s.", base, http.describe(e.getCause())),
          e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      throw new MetricsUnavailableException(
          RootLocale.format("The wait for Prometheus at %s was interrupted.", base), e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
