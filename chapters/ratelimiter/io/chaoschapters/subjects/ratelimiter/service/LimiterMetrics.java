package io.chaoschapters.subjects.ratelimiter.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The node's metrics. Only keys with a limit of their own are labels; all others together are
 * {@code other}.
 */
final class LimiterMetrics {
  static final String OTHER = "other";
  private static final double[] BUCKETS_MILLIS = {
    0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 200, 400, 600, 1000, 2500, 5000
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Set<String> labels = ConcurrentHashMap.newKeySet();
  private final RateLimiter limiter;
  private final Timer duration;

  LimiterMetrics(RateLimiter limiter) {
    this.limiter = limiter;
    this.duration =
        Timer.builder("ratelimiter.check.duration")
            .description("Time to answer a check, waiting for the store included")
            .tag("node", limiter.node())
            .serviceLevelObjectives(buckets())
            .register(registry);
    SyncHealth health = limiter.health();
    syncCounter(health, "ok", SyncHealth::ok);
    syncCounter(health, "failed", SyncHealth::failed);
    FunctionCounter.builder("ratelimiter.sync.dropped.hits", health, SyncHealth::discarded)
        .description("Admitted hits given up after a failed sync")
        .tag("node", limiter.node())
        .register(registry);
    nodeGauge(
        "ratelimiter.sync.last.success.timestamp.seconds",
        "When a sync last succeeded, in seconds since 1970; absent value until one did",
        health,
        it -> seconds(it.lastSuccessMillis()));
    nodeGauge(
        "ratelimiter.store.up",
        "1 if the last exchange with the store succeeded, else 0",
        health,
        it -> zeroOrOne(it.storeUp()));
    Gauge.builder("ratelimiter.limit", limiter, it -> it.defaultLimit().limit())
        .description("Hits that a window admits")
        .tag("key", OTHER)
        .register(registry);
    keyGauges(OTHER);
    countFromZero(OTHER);
  }

  private static Duration[] buckets() {
    return java.util.Arrays.stream(BUCKETS_MILLIS)
        .mapToObj(millis -> Duration.ofNanos(Math.round(millis * 1_000_000)))
        .toArray(Duration[]::new);
  }

  private void syncCounter(SyncHealth health, String result, ToDoubleFunction<SyncHealth> value) {
    FunctionCounter.builder("ratelimiter.sync", health, value)
        .description("Exchanges with the store, by result")
        .tag("node", limiter.node())
        .tag("result", result)
        .register(registry);
  }

  private void nodeGauge(
      String name, String text, SyncHealth health, ToDoubleFunction<SyncHealth> value) {
    Gauge.builder(name, health, value)
        .description(text)
        .tag("node", limiter.node())
        .register(registry);
  }

  /** From now on the key is a label. */
  void keyLimited(TrackedKey key) {
    if (labels.add(key.key())) {
      Gauge.builder("ratelimiter.limit", key, it -> it.limit().limit())
          .description("Hits that a window admits")
          .tag("key", key.key())
          .register(registry);
      keyGauges(key.key());
      countFromZero(key.key());
    }
  }

  /** A counter that is there before its first event has a rate from the start: none. */
  private void countFromZero(String label) {
    counter(label, true, Reason.WITHIN_LIMIT);
    counter(label, false, Reason.OVER_LIMIT);
  }

  private void keyGauges(String label) {
    Gauge.builder(
            "ratelimiter.window.admitted",
            limiter,
            it -> sum(label, key -> key.admittedAt(it.clock().millis())))
        .description("Hits that this node admitted in the present window")
        .tag("node", limiter.node())
        .tag("key", label)
        .register(registry);
    Gauge.builder("ratelimiter.pending.hits", limiter, it -> sum(label, TrackedKey::pending))
        .description("Admitted hits that the store has not yet acknowledged")
        .tag("node", limiter.node())
        .tag("key", label)
        .register(registry);
  }

  private double sum(String label, ToLongFunction<TrackedKey> value) {
    TrackedKey labelled = labels.contains(label) ? limiter.find(label) : null;
    return labelled != null
        ? value.applyAsLong(labelled)
        : limiter.keys().stream().filter(key -> !key.explicit()).mapToLong(value).sum();
  }

  void checked(String key, Decision decision, long nanos) {
    duration.record(Duration.ofNanos(nanos));
    counter(labelOf(key), decision.allowed(), decision.reason()).increment();
  }

  private Counter counter(String label, boolean allowed, Reason reason) {
    return registry.counter(
        "ratelimiter.requests",
        "node",
        limiter.node(),
        "key",
        label,
        "decision",
        allowed ? "admitted" : "rejected",
        "reason",
        reason.label());
  }

  private String labelOf(String key) {
    return labels.contains(key) ? key : OTHER;
  }

  /** All of it in the text format. */
  byte[] scrape() {
    return registry.scrape().getBytes(StandardCharsets.UTF_8);
  }

  private static double seconds(@Nullable Long millis) {
    return millis == null ? Double.NaN : millis / 1000.0;
  }

  private static double zeroOrOne(@Nullable Boolean up) {
    return up == null ? Double.NaN : up ? 1 : 0;
  }
}
