package io.chaoschapters.subjects.tikv.service.pd;

import java.time.Clock;

/** Orders every leader away from stores that may not lead. */
final class LeaderEviction {
  private final ClusterState state;
  private final Operators operators;
  private final LeaderPlacement placement;
  private final Clock clock;

  LeaderEviction(ClusterState state, Operators operators, LeaderPlacement placement, Clock clock) {
    this.state = state;
    this.operators = operators;
    this.placement = placement;
    this.clock = clock;
  }

  void run() {
    for (RegionInfo region : state.regions()) {
      if (region.leader() != null
          && placement.isEvicted(region.leaderStore())
          && !operators.isBusy(region.id())) {
        placement.targets(region, placement.leaders()).stream()
            .findFirst()
            .flatMap(region::peerOn)
            .ifPresent(
                to ->
                    operators.order(
                        Operator.transfer(
                            Schedulers.EVICT_LEADER, "leader", region, to, clock.instant())));
      }
    }
  }
}
