package io.chaoschapters.metrics;

import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Answers metric queries from the samples of a real Prometheus or of an embedded scraper.
 *
 * <p>What is not known is left out of the result. A gauge or counter is known while its newest
 * sample is at most {@link #STALE_AFTER} old and its target still shows it: a series that vanishes
 * from a scrape, or whose target does not answer, is unknown from that scrape on. A rate or a
 * quantile is known while two samples lie in its window, so it can outlive its target by as long as
 * the window; {@link MetricResult#newest()} tells. NaN counts as no data.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface MetricSource {

  /**
   * The age at which a sample no longer counts: 5 s, meant for one scrape a second.
   *
   * <p>A Prometheus keeps to it only if it runs with {@link PrometheusConfig#QUERY_FLAGS}.
   */
  Duration STALE_AFTER = Duration.ofSeconds(5);

  /**
   * Answers a query as of now.
   *
   * @throws MetricsUnavailableException if the source cannot be asked or does not answer in time
   */
  MetricResult query(MetricQuery query);

  /** The source that answers now, as a clause for people; empty if it has not changed. */
  default String answering() {
    return "";
  }

  /** The real Prometheus behind it; empty where there is none. */
  @API(status = Status.INTERNAL, since = "0.1")
  default Optional<PromQlSource> promQl() {
    return Optional.empty();
  }

  /**
   * Whether at least this many targets are known and every known one answered its last scrape.
   *
   * @throws MetricsUnavailableException if the source cannot be asked or does not answer in time
   */
  default boolean targetsUp(int atLeast) {
    var up = query(MetricQuery.gauge("up")).values();
    return up.size() >= atLeast && up.stream().allMatch(target -> target.value() == 1);
  }
}
