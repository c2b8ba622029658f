package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.subject.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The numbers that are observed, and the metric queries behind those that the nodes publish. */
final class RateLimiterSignals {
  static final String REQUEST_RATE = "request-rate";
  static final String CHECK_P99 = "check-p99";
  static final String REJECTION_RATE = "rejection-rate";
  static final String SYNC_FAILURES = "sync-failure-rate";
  static final String ADMITTED = "admitted";
  static final String LIMIT = "limit";
  static final String OTHER_LIMITS = "other-limits";
  static final String PENDING = "pending";
  static final String SHARED_COUNT = "shared-count";
  static final String COUNT_DIFFERENCE = "count-difference";
  static final String SYNC_AGE = "sync-age";
  static final String SYNC_AGE_BOUND = "sync-age-bound";
  static final String NODES_ANSWERING = "nodes-answering";
  static final String STORE_ANSWERS = "store-answers";
  static final String STORE_TIME = "store-time";
  static final String UNACCOUNTED = "unaccounted";

  /** Long enough for two scrapes even when one comes late. */
  private static final Duration RATE_WINDOW = Duration.ofSeconds(4);

  private RateLimiterSignals() {}

  static List<Signal> all() {
    return List.of(
        new Signal(REQUEST_RATE, "requests", "Requests checked by all nodes", "requests/s", 200),
        new Signal(CHECK_P99, "check p99", "99th percentile of the time of a check", "s", 0.2),
        new Signal(
                ADMITTED,
                "admitted",
                "Requests admitted by all nodes in the present window",
                "requests",
                250)
            .withLimit(LIMIT),
        new Signal(LIMIT, "limit", "Requests allowed in a window", "requests", 250),
        new Signal(
            OTHER_LIMITS,
            "other limits",
            "Nodes that apply another limit than the agreed one",
            "nodes",
            3),
        new Signal(REJECTION_RATE, "rejected", "Requests rejected by all nodes", "requests/s", 200),
        new Signal(
            SHARED_COUNT,
            "shared count",
            "Requests counted in the shared store for the present window",
            "requests",
            500),
        new Signal(
            PENDING,
            "pending",
            "Requests admitted by nodes and not yet reported to the shared store",
            "requests",
            250),
        new Signal(
            COUNT_DIFFERENCE,
            "count difference",
            "Shared count plus pending requests minus admitted requests",
            "requests",
            500),
        new Signal(
                SYNC_AGE,
                "oldest sync",
                "Time since the node that is furthest behind synchronised its count",
                "s",
                10)
            .withLimit(SYNC_AGE_BOUND),
        new Signal(
            SYNC_AGE_BOUND, "sync age bound", "Two sync intervals and one store time-out", "s", 10),
        new Signal(
            SYNC_FAILURES,
            "sync failures",
            "Synchronisations with the shared store that failed",
            "syncs/s",
            20),
        new Signal(NODES_ANSWERING, "nodes answering", "Nodes that answer a health probe", "", 3),
        new Signal(
            STORE_ANSWERS,
            "store answers",
            "Whether the shared store answers a ping on a connection of its own: 1 or 0",
            "",
            1),
        new Signal(
            STORE_TIME,
            "store time",
            "Longest that one of a few exchanges with the shared store took, on a connection of their own",
            "s",
            0.2),
        new Signal(
            UNACCOUNTED,
            "unaccounted",
            "Requests that clients saw admitted beyond those that nodes counted",
            "requests",
            100));
  }

  static Map<String, MetricQuery> queries() {
    return Map.of(
        REQUEST_RATE,
        MetricQuery.rate("ratelimiter_requests_total", RATE_WINDOW).sum(),
        REJECTION_RATE,
        MetricQuery.rate("ratelimiter_requests_total", RATE_WINDOW)
            .where("decision", "rejected")
            .sum(),
        CHECK_P99,
        MetricQuery.quantile(0.99, "ratelimiter_check_duration_seconds", RATE_WINDOW).sum(),
        SYNC_FAILURES,
        MetricQuery.rate("ratelimiter_sync_total", RATE_WINDOW).where("result", "failed").sum());
  }
}
