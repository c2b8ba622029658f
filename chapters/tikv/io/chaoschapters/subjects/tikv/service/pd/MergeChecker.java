package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.Keys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Merges small neighbors, once they are left alone for long enough. */
final class MergeChecker {
  private final ClusterState state;
  private final Operators operators;
  private final PdConfig config;
  private final Clock clock;
  private final Instant started;

  /** When each region was first seen with its present version, which a split changes. */
  private final Map<Long, Seen> seen = new HashMap<>();

  private record Seen(long version, Instant since) {}

  MergeChecker(ClusterState state, Operators operators, PdConfig config, Clock clock) {
    this.state = state;
    this.operators = operators;
    this.config = config;
    this.clock = clock;
    this.started = clock.instant();
  }

  void run() {
    Instant now = clock.instant();
    List<RegionInfo> regions = new ArrayList<>(state.regions());
    regions.sort(Comparator.comparing(r -> r.meta().getStartKey(), Keys.ORDER));
    regions.forEach(region -> note(region, now));
    if (config.maxMergeRegionMib() == 0 || !isOld(started, now)) {
      return;
    }
    for (int i = 0; i + 1 < regions.size(); i++) {
      RegionInfo source = regions.get(i);
      RegionInfo target = regions.get(i + 1);
      if (mayMerge(source, now) && mayMerge(target, now) && areNeighbours(source, target)) {
        operators.order(Operator.merge(source, target, now));
        return;
      }
    }
  }

  private void note(RegionInfo region, Instant now) {
    long version = region.meta().getRegionEpoch().getVersion();
    seen.compute(
        region.id(),
        (id, before) ->
            before == null || before.version() != version ? new Seen(version, now) : before);
  }

  private boolean isOld(Instant since, Instant now) {
    return Duration.between(since, now).compareTo(config.splitMergeInterval()) >= 0;
  }

  private boolean mayMerge(RegionInfo region, Instant now) {
    return region.isWhole(config.maxReplicas())
        && region.sizeMib() <= config.maxMergeRegionMib()
        && isOld(seen.get(region.id()).since(), now)
        && !operators.isBusy(region.id());
  }

  /** A keyspace and what is beside it stay apart. */
  private static boolean areNeighbours(RegionInfo left, RegionInfo right) {
    return left.meta().getEndKey().equals(right.meta().getStartKey())
        && !BoundarySplits.isBoundary(right.meta().getStartKey());
  }
}
