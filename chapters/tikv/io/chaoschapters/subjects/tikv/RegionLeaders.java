package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.Reading;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who leads which region at this moment, as the stores that answer say themselves. The placement
 * driver keeps a leader until another one reports, and the stores' gauges are ten seconds old.
 */
final class RegionLeaders {
  private final Set<BigInteger> regions;
  private final List<StoreReading> readings;
  private final Map<BigInteger, Integer> leaders = new HashMap<>();

  /**
   * Finds them.
   *
   * @param regions all that stores were asked about
   * @param readings of all stores, in their order
   */
  RegionLeaders(Set<BigInteger> regions, List<StoreReading> readings) {
    this.regions = Set.copyOf(regions);
    this.readings = List.copyOf(readings);
    Map<BigInteger, Long> terms = new HashMap<>();
    for (int i = 0; i < readings.size(); i++) {
      int store = i;
      roles(store)
          .told()
          .forEach(
              (region, role) -> {
                // An old leader may not know yet that there is a new one.
                if (role.leads() && role.term() > terms.getOrDefault(region, -1L)) {
                  terms.put(region, role.term());
                  leaders.put(region, store);
                }
              });
    }
  }

  private RegionRoles roles(int store) {
    StoreReading reading = readings.get(store);
    return reading.serves() ? reading.roles() : RegionRoles.none();
  }

  /** How many regions there are. */
  int regions() {
    return regions.size();
  }

  /** How many regions a store leads; empty when it does not answer or does not tell. */
  OptionalInt ledBy(int store) {
    return readings.get(store).serves() && roles(store).untold().isEmpty()
        ? OptionalInt.of((int) leaders.values().stream().filter(one -> one == store).count())
        : OptionalInt.empty();
  }

  /** How many regions no store that answers leads. */
  Reading leaderless() {
    if (readings.stream().anyMatch(reading -> !reading.isKnown())) {
      return Reading.unknown("a store could not be probed");
    }
    List<BigInteger> without =
        regions.stream().filter(region -> !leaders.containsKey(region)).toList();
    for (int i = 0; i < readings.size(); i++) {
      if (without.stream().anyMatch(roles(i).untold()::contains)) {
        return Reading.unknown("a store does not tell what it leads");
      }
    }
    return Reading.of(without.size());
  }
}
