package io.chaoschapters.runtime.scraping;

import io.chaoschapters.metrics.EmbeddedScraper;
import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.MetricResult;
import io.chaoschapters.metrics.MetricSource;
import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.metrics.PromQlSource;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers from the embedded scraper until a Prometheus that was just started can, and from
 * Prometheus for good after that.
 *
 * <p>Prometheus serves within a tenth of a second but holds its first scrape back for 5 s and more,
 * whatever its configuration says: it throttles the discovery of targets, static ones too. That is
 * too long to wait for a cluster.
 *
 * @see <a href="https://github.com/prometheus/prometheus/issues/15359">Prometheus issue 15359</a>
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HandoverSource implements MetricSource, AutoCloseable {
  /** How long Prometheus has scraped all targets before it answers: a window that rates use. */
  public static final Duration OVERLAP = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(HandoverSource.class);
  private static final MetricQuery UP = MetricQuery.gauge("up");
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final EmbeddedScraper first;
  private final MetricSource second;
  private final int targets;
  private final Duration overlap;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("metrics-handover"));
  private final long begunNanos = System.nanoTime();
  private volatile Duration tookOver = Duration.ZERO;
  private volatile MetricSource answering;

  public HandoverSource(EmbeddedScraper first, MetricSource second, int targets) {
    this(first, second, targets, OVERLAP);
  }

  public HandoverSource(EmbeddedScraper first, MetricSource second, int targets, Duration overlap) {
    this.first = first;
    this.second = second;
    this.targets = targets;
    this.overlap = overlap;
    this.answering = first;
  }

  /** Looks from now on whether the second can answer. */
  public HandoverSource begin() {
    clock.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  @Override
  public MetricResult query(MetricQuery query) {
    if (query.isText()) {
      return second.query(query); // the scraper never could
    }
    MetricSource source = answering;
    try {
      return source.query(query);
    } catch (MetricsUnavailableException e) {
      if (source != answering) {
        return answering.query(query); // handed over in the meantime
      }
      throw e;
    }
  }

  @Override
  public Optional<PromQlSource> promQl() {
    return second.promQl();
  }

  @Override
  public String answering() {
    return answering == second
        ? RootLocale.format("Prometheus took over %d s after it was started", tookOver.toSeconds())
        : "Prometheus has not taken over";
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void look() {
    try {
      if (second.query(UP).values().size() >= targets && !clock.isShutdown()) {
        clock.schedule(this::handOver, overlap.toMillis(), TimeUnit.MILLISECONDS);
        clock.shutdown(); // ends the looking; what is scheduled once still runs
      }
    } catch (MetricsUnavailableException e) {
      LOG.debug("Prometheus does not answer yet.", e);
    }
  }

  private void handOver() {
    tookOver = Duration.ofNanos(System.nanoTime() - begunNanos);
    answering = second;
    first.close();
    LOG.info("Prometheus has scraped all targets for {} s and answers now.", overlap.toSeconds());
  }
}
