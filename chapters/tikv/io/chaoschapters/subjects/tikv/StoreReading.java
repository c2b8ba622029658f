package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.Health;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a look at one store came to.
 *
 * @param health whether it answered, and how it did not
 * @param roles what it says of its copies of regions
 * @param unreachable messages it could not deliver, by the id of the other store; empty when its
 *     page of metrics could not be read
 * @param greeted how long it took to greet a client; empty when it did not
 */
record StoreReading(
    Health health,
    RegionRoles roles,
    Optional<Map<String, Double>> unreachable,
    Optional<Duration> greeted) {
  StoreReading {
    unreachable = unreachable.map(Map::copyOf);
  }

  static StoreReading without(Health health) {
    return new StoreReading(health, RegionRoles.none(), Optional.empty(), Optional.empty());
  }

  StoreReading withGreeting(Optional<Duration> time) {
    return new StoreReading(health, roles, unreachable, time);
  }

  /**
   * How many messages it could not deliver to another store since it was started. TiKV shows a
   * counter only once it has counted, so one that is absent from a page is zero.
   */
  OptionalDouble undeliveredTo(String storeId) {
    return unreachable
        .map(counts -> OptionalDouble.of(counts.getOrDefault(storeId, 0.0)))
        .orElse(OptionalDouble.empty());
  }

  /** Whether it is known if it serves. */
  boolean isKnown() {
    return health != Health.UNKNOWN;
  }

  boolean serves() {
    return health == Health.SERVING;
  }
}
