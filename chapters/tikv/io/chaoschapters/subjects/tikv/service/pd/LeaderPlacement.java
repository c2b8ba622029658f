package io.chaoschapters.subjects.tikv.service.pd;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which stores may be given leaders, and how many each has once what is under way is done. */
final class LeaderPlacement {
  private final ClusterState state;
  private final Operators operators;
  private final SlowStoreEviction slowStores;

  LeaderPlacement(ClusterState state, Operators operators, SlowStoreEviction slowStores) {
    this.state = state;
    this.operators = operators;
    this.slowStores = slowStores;
  }

  /** Whether leaders are kept away from a store, by whatever rule. */
  boolean isEvicted(long store) {
    return state.schedulers().evicted().contains(store) || slowStores.isEvicted(store);
  }

  /**
   * Leaders of each store that may lead. A store that died is among them for twenty seconds: until
   * then it is Up.
   */
  Map<Long, Integer> leaders() {
    Map<Long, Integer> leaders = new TreeMap<>();
    state.stores().stream().filter(state::isUp).forEach(store -> leaders.put(store.id(), 0));
    for (RegionInfo region : state.regions()) {
      long store = operators.leaderToBe(region.id()).orElse(region.leaderStore());
      leaders.computeIfPresent(store, (id, count) -> count + 1);
    }
    return leaders;
  }

  /** Stores to which a region may go, those with fewest leaders first. */
  List<Long> targets(RegionInfo region, Map<Long, Integer> leaders) {
    return leaders.entrySet().stream()
        .filter(store -> store.getKey() != region.leaderStore() && !isEvicted(store.getKey()))
        .filter(store -> region.peerOn(store.getKey()).isPresent())
        .filter(store -> !region.isPendingOn(store.getKey()))
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }
}
