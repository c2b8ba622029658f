package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.metrics.LiveFamily;
import io.chaoschapters.subjects.tikv.service.metrics.MetricsPage;
import java.util.Collection;
import java.util.Objects;

/** PD's metrics page. */
final class PdMetrics {
  private final ClusterState state;
  private final MetricsPage page;

  PdMetrics(ClusterState state) {
    this.state = state;
    this.page =
        new MetricsPage("pd-families.txt")
            .add(
                LiveFamily.of(
                    "etcd_server_has_leader",
                    "gauge",
                    "Whether or not a leader exists. 1 is existence, 0 is not.",
                    samples -> samples.value("", "", 1)))
            .add(
                LiveFamily.of(
                    "etcd_server_is_leader",
                    "gauge",
                    "Whether or not this member is a leader. 1 if is, 0 otherwise.",
                    samples -> samples.value("", "", 1)))
            .add(
                LiveFamily.of(
                    "pd_cluster_status", "gauge", "Status of the cluster.", this::cluster))
            .add(
                LiveFamily.of(
                    "pd_regions_status", "gauge", "Status of the regions.", this::regions));
  }

  byte[] bytes() {
    return page.bytes();
  }

  /** There is no such family before there is a cluster. */
  private void cluster(LiveFamily.Samples samples) {
    if (!state.isBootstrapped()) {
      return;
    }
    Collection<RegionInfo> regions = state.regions();
    type(samples, "leader_count", regions.stream().filter(r -> r.leader() != null).count());
    type(samples, "learner_count", 0);
    type(samples, "region_count", regions.stream().mapToInt(r -> r.meta().getPeersCount()).sum());
    type(samples, "storage_capacity", sum(true));
    type(samples, "storage_size", sum(false));
    type(samples, "store_disconnected_count", stores("Disconnected"));
    type(samples, "store_down_count", stores("Down"));
    type(samples, "store_low_space_count", 0);
    type(samples, "store_offline_count", 0);
    type(samples, "store_serving_count", state.stores().size());
    type(samples, "store_slow_count", 0);
    type(samples, "store_tombstone_count", 0);
    type(samples, "store_unhealth_count", 0);
    type(samples, "store_up_count", stores("Up"));
    type(samples, "witness_count", 0);
  }

  private long sum(boolean capacity) {
    return state.stores().stream()
        .map(StoreInfo::stats)
        .filter(Objects::nonNull)
        .mapToLong(stats -> capacity ? stats.getCapacity() : stats.getUsedSize())
        .sum();
  }

  private long stores(String name) {
    return state.stores().stream().filter(store -> state.stateName(store).equals(name)).count();
  }

  private void regions(LiveFamily.Samples samples) {
    Collection<RegionInfo> regions = state.regions();
    long pending = regions.stream().filter(region -> !region.pending().isEmpty()).count();
    long empty = regions.stream().filter(region -> region.sizeMib() == 1).count();
    type(samples, "down-peer-region-count", 0);
    type(samples, "empty-region-count", empty);
    type(samples, "extra-peer-region-count", 0);
    type(samples, "learner-peer-region-count", 0);
    type(samples, "miss-peer-region-count", 0);
    type(samples, "offline-peer-region-count", 0);
    type(samples, "oversized-region-count", 0);
    type(samples, "pending-peer-region-count", pending);
    type(samples, "undersized-region-count", empty);
    type(samples, "witness-leader-region-count", 0);
  }

  private static void type(LiveFamily.Samples samples, String type, double value) {
    samples.value("", "type=\"" + type + '"', value);
  }
}
