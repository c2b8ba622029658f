package io.chaoschapters.subjects.tikv.service.pd;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * PD's balance-leader scheduler: stores with many leaders give to those with few. While there is
 * nothing to do it looks less and less often.
 */
final class LeaderBalance {
  private static final Duration SOONEST = Duration.ofMillis(100);
  private static final Duration LATEST = Duration.ofSeconds(5);
  private static final double SLOWER = 1.3;
  private static final int BATCH = 4;

  private final ClusterState state;
  private final Operators operators;
  private final LeaderPlacement placement;
  private final PdConfig config;
  private final Clock clock;
  private Duration pause = SOONEST;
  private Instant next = Instant.EPOCH;

  LeaderBalance(
      ClusterState state,
      Operators operators,
      LeaderPlacement placement,
      PdConfig config,
      Clock clock) {
    this.state = state;
    this.operators = operators;
    this.placement = placement;
    this.config = config;
    this.clock = clock;
  }

  void run() {
    Instant now = clock.instant();
    if (!state.schedulers().runs(Schedulers.BALANCE_LEADER) || now.isBefore(next)) {
      return;
    }
    boolean moved = false;
    for (int i = 0; i < BATCH; i++) {
      moved |= move(now);
    }
    Duration slower = Duration.ofMillis(Math.round(pause.toMillis() * SLOWER));
    pause = moved ? SOONEST : slower.compareTo(LATEST) < 0 ? slower : LATEST;
    next = now.plus(pause);
  }

  private boolean move(Instant now) {
    Map<Long, Integer> leaders = placement.leaders();
    List<RegionInfo> regions = new ArrayList<>(state.regions());
    Collections.shuffle(regions);
    regions.sort((a, b) -> Integer.compare(of(b, leaders), of(a, leaders)));
    for (RegionInfo region : regions) {
      if (region.leader() == null || operators.isBusy(region.id())) {
        continue;
      }
      for (long target : placement.targets(region, leaders)) {
        if (isMuchLess(leaders.getOrDefault(target, 0), of(region, leaders))) {
          operators.order(
              Operator.transfer(
                  Schedulers.BALANCE_LEADER,
                  "leader",
                  region,
                  region.peerOn(target).orElseThrow(),
                  now));
          return true;
        }
      }
    }
    return false;
  }

  private static int of(RegionInfo region, Map<Long, Integer> leaders) {
    return leaders.getOrDefault(region.leaderStore(), 0);
  }

  /** As PD counts: both sides are given the tolerance. */
  private boolean isMuchLess(int target, int source) {
    return source - config.leaderTolerance() > target + config.leaderTolerance();
  }
}
