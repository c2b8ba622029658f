package io.chaoschapters.subjects.tikv.service.pd;

import java.time.Clock;
import java.util.Optional;
import org.tikv.kvproto.Metapb.Peer;

/** Gives each region as many copies as are configured, one on a store. */
final class ReplicaChecker {
  private final ClusterState state;
  private final Operators operators;
  private final PdConfig config;
  private final Clock clock;

  ReplicaChecker(ClusterState state, Operators operators, PdConfig config, Clock clock) {
    this.state = state;
    this.operators = operators;
    this.config = config;
    this.clock = clock;
  }

  void run() {
    for (RegionInfo region : state.regions()) {
      if (region.leader() != null
          && region.meta().getPeersCount() < config.maxReplicas()
          && !operators.isBusy(region.id())) {
        storeWithout(region)
            .ifPresent(
                store ->
                    operators.order(
                        Operator.addPeer(
                            region,
                            Peer.newBuilder()
                                .setId(state.allocate())
                                .setStoreId(store.id())
                                .build(),
                            clock.instant())));
      }
    }
  }

  private Optional<StoreInfo> storeWithout(RegionInfo region) {
    return state.stores().stream()
        .filter(store -> state.isUp(store) && region.peerOn(store.id()).isEmpty())
        .findFirst();
  }
}
