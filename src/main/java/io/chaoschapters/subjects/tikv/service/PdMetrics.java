package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.Messages.StoreHeartbeat;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** The placement driver's metrics, under the names that PD has for them. */
final class PdMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  PdMetrics(PdState state, PdEndpoints endpoints) {
    cluster("store_up_count", () -> stores(state, endpoints, "Up"));
    cluster("store_disconnected_count", () -> stores(state, endpoints, "Disconnected"));
    cluster("store_down_count", () -> stores(state, endpoints, "Down"));
    cluster("leader_count", () -> sum(state, StoreHeartbeat::leaders));
    cluster("region_count", () -> sum(state, StoreHeartbeat::regions));
    regions("down-peer-region-count", endpoints::downPeerRegions);
    regions("miss-peer-region-count", () -> 0);
    Gauge.builder("etcd.server.is.leader", () -> 1)
        .description("Whether this member leads the others")
        .register(registry);
  }

  private void cluster(String type, Supplier<Number> value) {
    Gauge.builder("pd.cluster.status", value)
        .description("Stores, regions and leaders by what is known of them")
        .tag("type", type)
        .register(registry);
  }

  private void regions(String type, Supplier<Number> value) {
    Gauge.builder("pd.regions.status", value)
        .description("Regions whose copies are not as they should be")
        .tag("type", type)
        .register(registry);
  }

  private static long stores(PdState state, PdEndpoints endpoints, String name) {
    return state.stores().stream().filter(s -> endpoints.stateName(s).equals(name)).count();
  }

  private static int sum(PdState state, ToIntFunction<StoreHeartbeat> count) {
    return state.stores().stream()
        .map(PdState.StoreView::heartbeat)
        .filter(Objects::nonNull)
        .mapToInt(count)
        .sum();
  }

  String scrape() {
    return registry.scrape();
  }
}
