package io.chaoschapters.subjects.tikv.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/** A store's metrics, under the names that TiKV has for them. */
final class StoreMetrics {
  private static final double[] BUCKETS_MILLIS = {
    0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer put = grpcDuration("raw_put");
  private final Timer get = grpcDuration("raw_get");

  StoreMetrics() {
    Counter.builder("tikv.scheduler.too.busy")
        .description("Requests turned away because the store had too much to write")
        .register(registry);
    gauge("tikv.raftstore.slow.score", "How slow the store is: 1 is best, 100 worst", () -> 1);
  }

  private Timer grpcDuration(String type) {
    return Timer.builder("tikv.grpc.msg.duration")
        .description("Time to answer a request")
        .tag("type", type)
        .serviceLevelObjectives(
            Arrays.stream(BUCKETS_MILLIS)
                .mapToObj(millis -> Duration.ofNanos(Math.round(millis * 1_000_000)))
                .toArray(Duration[]::new))
        .register(registry);
  }

  void regions(Supplier<Number> leaders, Supplier<Number> regions) {
    Gauge.builder("tikv.raftstore.region.count", leaders)
        .description("Regions on this store")
        .tag("type", "leader")
        .register(registry);
    Gauge.builder("tikv.raftstore.region.count", regions)
        .description("Regions on this store")
        .tag("type", "region")
        .register(registry);
  }

  void size(String type, Supplier<Number> bytes) {
    Gauge.builder("tikv.store.size", bytes)
        .description("Room on this store's disk")
        .baseUnit("bytes")
        .tag("type", type)
        .register(registry);
  }

  private void gauge(String name, String text, Supplier<Number> value) {
    Gauge.builder(name, value).description(text).register(registry);
  }

  /** The series is there from the beginning, or the first failures would not be an increase. */
  void peer(long storeId) {
    unreachable(storeId);
  }

  /** Another store could not be told something. */
  void peerFailed(long storeId) {
    unreachable(storeId).increment();
  }

  private Counter unreachable(long storeId) {
    return Counter.builder("tikv.server.report.failure.msg")
        .description("Messages that could not be delivered to another store")
        .tag("type", "unreachable")
        .tag("store_id", Long.toString(storeId))
        .register(registry);
  }

  void put(long nanos) {
    put.record(Duration.ofNanos(nanos));
  }

  void get(long nanos) {
    get.record(Duration.ofNanos(nanos));
  }

  String scrape() {
    return registry.scrape();
  }
}
