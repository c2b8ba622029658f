package io.chaoschapters.metrics;

import io.chaoschapters.text.RootLocale;
import java.util.concurrent.atomic.AtomicInteger;

/** An exposition that moves on with each scrape, and that can lose a series or reset a counter. */
final class ScriptedExposition {

  private final long datedAt;
  private final AtomicInteger scrapes = new AtomicInteger();
  private volatile int resetAt;
  private volatile boolean vanished;

  ScriptedExposition(long datedAt) {
    this.datedAt = datedAt;
  }

  void resetCounters() {
    resetAt = scrapes.get();
  }

  void loseSeries() {
    vanished = true;
  }

  String next() {
    int n = scrapes.incrementAndGet();
    int sinceReset = n - resetAt;
    return RootLocale.format(
            """
        # HELP requests_total Requests.
        # TYPE requests_total counter
        requests_total{route="a",outcome="ok"} %1$d
        requests_total{route="a",outcome="failed"} %2$d
        requests_total{route="b",outcome="ok"} %3$d
        in_flight{route="a"} %4$d
        in_flight{route="b"} 2.5e-3
        not_a_number NaN
        no_bound +Inf
        clashing{instance="own",exported_instance="older"} 1
        escaped{path="C:\\\\dir \\"x\\"\\n"} 1
        empty_label{nothing="",something="x"} 1
        dated_gauge 7 %5$d
        latency_seconds_bucket{route="a",le="0.01"} %6$d
        latency_seconds_bucket{route="a",le="0.1"} %7$d
        latency_seconds_bucket{route="a",le="1.0"} %8$d
        latency_seconds_bucket{route="a",le="+Inf"} %9$d
        latency_seconds_bucket{route="b",le="0.01"} 0
        latency_seconds_bucket{route="b",le="0.1"} %1$d
        latency_seconds_bucket{route="b",le="1.0"} %1$d
        latency_seconds_bucket{route="b",le="+Inf"} %1$d
        idle_seconds_bucket{le="1"} 4
        idle_seconds_bucket{le="+Inf"} 4
        below_zero_bucket{le="-5"} %1$d
        below_zero_bucket{le="0"} %7$d
        below_zero_bucket{le="+Inf"} %9$d
        crooked_bucket{le="1"} %7$d
        crooked_bucket{le="2"} %6$d
        crooked_bucket{le="3"} %8$d
        crooked_bucket{le="+Inf"} %9$d
        no_infinity_bucket{le="1"} %1$d
        only_infinity_bucket{le="+Inf"} %1$d
        """,
            sinceReset * 3,
            n / 4,
            1_000_000 + n * n,
            n % 7 - 2,
            datedAt,
            sinceReset,
            sinceReset * 4 + n % 3,
            sinceReset * 7 + n % 3,
            sinceReset * 8 + n % 3)
        + (vanished ? "" : "vanishing 1\nvanishing_total " + n + "\n");
  }
}
