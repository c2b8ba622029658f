package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.Keys;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tikv.shade.com.google.protobuf.ByteString;

/**
 * The keys at which PD itself splits regions as soon as a cluster begins, and over which it never
 * merges them: the bounds of the default keyspace, raw ({@code r}) and transactional ({@code x}).
 */
final class BoundarySplits {
  static final List<ByteString> KEYS =
      List.of(
          Keys.ofHex("7200000000000000FB"),
          Keys.ofHex("7200000100000000FB"),
          Keys.ofHex("7800000000000000FB"),
          Keys.ofHex("7800000100000000FB"));

  private final ClusterState state;
  private final Operators operators;
  private final Clock clock;

  BoundarySplits(ClusterState state, Operators operators, Clock clock) {
    this.state = state;
    this.operators = operators;
    this.clock = clock;
  }

  void run() {
    for (RegionInfo region : state.regions()) {
      List<ByteString> inside =
          KEYS.stream().filter(key -> isInside(region, key)).collect(Collectors.toList());
      if (!inside.isEmpty() && region.leader() != null && !operators.isBusy(region.id())) {
        operators.order(Operator.split("keyspace", region, inside, clock.instant()));
      }
    }
  }

  static boolean isInside(RegionInfo region, ByteString key) {
    return Keys.holds(region.meta(), key) && !region.meta().getStartKey().equals(key);
  }

  static boolean isBoundary(ByteString key) {
    return KEYS.contains(key);
  }

  /** The region in which a key would split, or empty when a region begins with it already. */
  static Optional<RegionInfo> splitBy(ClusterState state, ByteString key) {
    return state.holding(key).filter(region -> isInside(region, key));
  }
}
