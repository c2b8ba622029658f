package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.HttpService;
import io.chaoschapters.subjects.tikv.service.HttpService.Answer;
import io.chaoschapters.subjects.tikv.service.pd.PdBodies.SlowTrend;
import io.chaoschapters.subjects.tikv.service.pd.PdData.SavedStore;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.tikv.kvproto.Metapb.Store;
import org.tikv.kvproto.Pdpb.StoreStats;

/** Where PD tells of stores. */
final class StoreEndpoints {
  private final ClusterState state;

  StoreEndpoints(ClusterState state) {
    this.state = state;
  }

  HttpService addTo(HttpService http) {
    return http.route("GET", PdAnswers.API + "/stores", (argument, body) -> stores())
        .route("GET", PdAnswers.API + "/store/*", (id, body) -> store(id));
  }

  private Answer stores() {
    if (!state.isBootstrapped()) {
      return PdAnswers.notBootstrapped();
    }
    Collection<RegionInfo> regions = state.regions();
    List<PdBodies.Store> stores = new ArrayList<>();
    state.stores().forEach(store -> stores.add(body(store, regions)));
    // Go's maps have no order.
    Collections.shuffle(stores);
    return Answer.json(200, new PdBodies.Stores(stores.size(), stores));
  }

  private Answer store(String id) {
    if (!state.isBootstrapped()) {
      return PdAnswers.notBootstrapped();
    }
    if (!id.matches("\\d{1,18}")) {
      return Answer.json(
          400, RootLocale.format("strconv.ParseUint: parsing \"%s\": invalid syntax", id));
    }
    return state
        .store(Long.parseLong(id))
        .map(store -> Answer.json(200, body(store, state.regions())))
        .orElseGet(() -> PdAnswers.storeNotFound(id));
  }

  /** Leaders are counted from regions, whatever the store itself may think. */
  private PdBodies.Store body(StoreInfo store, Collection<RegionInfo> regions) {
    List<RegionInfo> led = regions.stream().filter(r -> r.leaderStore() == store.id()).toList();
    List<RegionInfo> held = regions.stream().filter(r -> r.peerOn(store.id()).isPresent()).toList();
    long pending = regions.stream().filter(region -> region.isPendingOn(store.id())).count();
    StoreStats stats = store.stats();
    boolean isHeard = store.heardAt().isAfter(Instant.EPOCH);
    return new PdBodies.Store(
        meta(store, isHeard),
        new PdBodies.StoreStatus(
            GoText.size(stats == null ? 0 : stats.getCapacity()),
            GoText.size(stats == null ? 0 : stats.getAvailable()),
            GoText.size(stats == null ? 0 : stats.getUsedSize()),
            led.size(),
            1,
            led.size(),
            size(led),
            held.size(),
            1,
            size(held),
            size(held),
            (int) pending,
            store.slowScore(),
            stats == null ? null : new SlowTrend(0, 0, 0, 0),
            GoText.time(Instant.ofEpochSecond(store.meta().getStartTimestamp())),
            GoText.time(store.heardAt()),
            isHeard ? uptime(store) : null));
  }

  private static int size(List<RegionInfo> regions) {
    return (int) regions.stream().mapToLong(RegionInfo::sizeMib).sum();
  }

  private PdBodies.StoreMeta meta(StoreInfo store, boolean isHeard) {
    Store meta = store.meta();
    return new PdBodies.StoreMeta(
        meta.getId(),
        meta.getAddress(),
        meta.getVersion(),
        meta.getPeerAddress(),
        meta.getStatusAddress(),
        meta.getGitHash(),
        meta.getStartTimestamp(),
        meta.getDeployPath(),
        SavedStore.nanos(store.heardAt()),
        isHeard ? 1 : 0,
        state.stateName(store));
  }

  /** From its start to its last heartbeat, which may be of before that start. */
  private static String uptime(StoreInfo store) {
    Duration up =
        Duration.between(Instant.ofEpochSecond(store.meta().getStartTimestamp()), store.heardAt());
    return GoText.duration(up.isNegative() ? Duration.ZERO : up);
  }
}
