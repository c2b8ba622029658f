package io.chaoschapters.subjects.tikv;

import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a store says of its copies, by region; one of which it has no copy is in neither.
 *
 * @param told what it said
 * @param untold regions about which it did not answer
 */
record RegionRoles(Map<BigInteger, RegionRole> told, Set<BigInteger> untold) {
  RegionRoles {
    told = Map.copyOf(told);
    untold = Set.copyOf(untold);
  }

  static RegionRoles none() {
    return new RegionRoles(Map.of(), Set.of());
  }

  /** How many regions it leads by its own account; empty when it did not tell of all. */
  OptionalInt led() {
    return untold.isEmpty()
        ? OptionalInt.of((int) told.values().stream().filter(RegionRole::leads).count())
        : OptionalInt.empty();
  }

  /** Whether it knows a leader of every region of which it has a copy, as far as it told. */
  boolean isInTouch() {
    return untold.isEmpty() && told.values().stream().allMatch(RegionRole::knowsLeader);
  }
}
