package io.chaoschapters.metrics;

import io.chaoschapters.http.BoundedHttp;
import io.chaoschapters.http.Connections;
import io.chaoschapters.metrics.exposition.ExpositionException;
import io.chaoschapters.metrics.exposition.ExpositionParser;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.net.http.HttpClient.Redirect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scrapes targets by itself and answers queries as a Prometheus 2.42 would that had the same
 * samples.
 *
 * <p>All targets are scraped at the same time, so one that hangs delays no other. A target that
 * does not answer in time, or whose answer that Prometheus would not read, gets {@code up} 0 and
 * its series become unknown. Samples are kept for {@link #RETENTION}.
 *
 * <p>It is thread safe. {@link #close()} stops it for good.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class EmbeddedScraper implements MetricSource, AutoCloseable {

  /** How long samples are kept, and so the longest window that a query may have. */
  public static final Duration RETENTION = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedScraper.class);
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  /** What Prometheus 2.42 asks for. */
  private static final String FORMATS =
      "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

  private final List<ScrapeTarget> targets;
  private final Duration interval;
  private final Clock clock;
  private final SeriesStore store = new SeriesStore(RETENTION);
  private final Map<ScrapeTarget, TargetHealth> health = new ConcurrentHashMap<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ScheduledExecutorService pool;
  private final BoundedHttp http;
  private final Map<String, String> headers;

  /** Prepares to scrape once a second, with a timeout of 900 ms; see {@link #start()}. */
  public EmbeddedScraper(List<ScrapeTarget> targets) {
    this(
        targets,
        PrometheusConfig.SCRAPE_INTERVAL,
        PrometheusConfig.SCRAPE_TIMEOUT,
        Clock.systemUTC());
  }

  /**
   * Prepares to scrape; see {@link #start()}.
   *
   * @param targets no two with the same labels
   * @param interval from one scrape to the next
   * @param timeout for one scrape, at most the interval
   * @param clock dates the samples and says what "now" is for a query
   * @throws IllegalArgumentException if two targets have the same labels, or the timeout is out of
   *     range
   */
  public EmbeddedScraper(
      List<ScrapeTarget> targets, Duration interval, Duration timeout, Clock clock) {
    refuseDuplicates(targets);
    if (timeout.toMillis() < 1 || timeout.compareTo(interval) > 0) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "The scrape timeout of %d ms is out of range: use 1 ms up to the interval of %d ms.",
              timeout.toMillis(), interval.toMillis()));
    }
    this.targets = List.copyOf(targets);
    this.interval = interval;
    this.clock = clock;
    this.pool = Executors.newScheduledThreadPool(2, DaemonThreads.named("scraper"));
    this.http =
        new BoundedHttp(
            Connections.direct().followRedirects(Redirect.ALWAYS).executor(pool).build(),
            timeout,
            MAX_BYTES);
    this.headers =
        Map.of(
            "Accept",
            FORMATS,
            "Accept-Encoding",
            Gzip.NAME,
            "X-Prometheus-Scrape-Timeout-Seconds",
            Double.toString(timeout.toMillis() / 1000.0));
  }

  /**
   * Scrapes from now on, the first time at once.
   *
   * @return this scraper
   * @throws IllegalStateException if it was started before
   */
  public EmbeddedScraper start() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("The embedded scraper was started before.");
    }
    pool.scheduleAtFixedRate(this::scrapeOnSchedule, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /**
   * Scrapes every target once, besides the schedule, and returns when all have answered or timed
   * out.
   *
   * @throws MetricsUnavailableException if the scraper is closed
   */
  public void scrapeNow() {
    requireOpen();
    try {
      scrapeAll().join();
    } catch (RejectedExecutionException e) {
      throw new MetricsUnavailableException("The embedded scraper was closed meanwhile.", e);
    }
  }

  /** How the last scrape of each target went; a target that was never scraped is left out. */
  public List<TargetHealth> health() {
    return targets.stream().flatMap(target -> Stream.ofNullable(health.get(target))).toList();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the query's window is longer than {@link #RETENTION}
   */
  @Override
  public MetricResult query(MetricQuery query) {
    requireOpen();
    if (query.isText()) {
      throw new MetricsUnavailableException(
          RootLocale.format(
              "The embedded scraper does not know PromQL; %s needs a real Prometheus.", query));
    }
    var window = query.window();
    if (window != null && window.compareTo(RETENTION) > 0) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "The window of %s is longer than the %d s for which the embedded scraper keeps samples: use a shorter one.",
              query, RETENTION.toSeconds()));
    }
    return store.query(query, clock.millis());
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      pool.shutdownNow();
    }
  }

  private void scrapeOnSchedule() {
    try {
      scrapeAll();
    } catch (RuntimeException e) {
      if (!closed.get()) {
        LOG.error("A scrape could not be begun.", e); // thrown on, it would end the schedule
      }
    }
  }

  private CompletableFuture<Void> scrapeAll() {
    return CompletableFuture.allOf(
        targets.stream().map(this::scrape).toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<Void> scrape(ScrapeTarget target) {
    long time = clock.millis();
    return http.get(target.uri(), headers)
        .handle(
            (answer, failure) -> {
              if (failure != null) {
                fail(target, time, http.describe(failure));
              } else if (answer.status() != 200) {
                fail(target, time, "answered with status " + answer.status());
              } else {
                take(target, time, answer);
              }
              return null;
            });
  }

  private void take(ScrapeTarget target, long time, BoundedHttp.Answer answer) {
    try {
      byte[] exposition =
          answer.header("Content-Encoding").equals(Gzip.NAME)
              ? Gzip.unpacked(answer.bytes(), MAX_BYTES)
              : answer.bytes();
      store.succeeded(
          target,
          time,
          ExpositionParser.parse(exposition, answer.header("Content-Type"), target::wants));
      remember(target, time, Optional.empty());
    } catch (IOException e) {
      fail(target, time, "cannot be unpacked: " + Failure.words(e));
    } catch (ExpositionException e) {
      fail(target, time, "cannot be read: " + Failure.words(e));
    }
  }

  private void fail(ScrapeTarget target, long time, String clause) {
    store.failed(target, time);
    remember(
        target,
        time,
        Optional.of(
            RootLocale.format("The target %s at %s %s.", target.instance(), target.uri(), clause)));
  }

  private void remember(ScrapeTarget target, long time, Optional<String> problem) {
    var now = new TargetHealth(target, Instant.ofEpochMilli(time), problem);
    health.merge(
        target, now, (old, next) -> next.lastScrape().isBefore(old.lastScrape()) ? old : next);
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new MetricsUnavailableException("The embedded scraper is closed.");
    }
  }

  private static void refuseDuplicates(List<ScrapeTarget> targets) {
    var known = new HashSet<Map<String, String>>();
    for (ScrapeTarget target : targets) {
      if (!known.add(target.seriesLabels())) {
        throw new IllegalArgumentException(
            RootLocale.format(
                "Two scrape targets have the same labels %s: give each its own instance.",
                target.seriesLabels()));
      }
    }
  }
}
