package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.Health;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a look at one store's status port came to.
 *
 * @param health whether it answered, and how it did not
 * @param leaders regions that it leads; empty when it did not tell
 * @param unreachable messages it could not deliver, by the id of the other store
 * @param greeted how long it took to greet a client; empty when it did not
 */
record StoreReading(
    Health health,
    OptionalInt leaders,
    Map<String, Double> unreachable,
    Optional<Duration> greeted) {
  StoreReading {
    unreachable = Map.copyOf(unreachable);
  }

  static StoreReading without(Health health) {
    return new StoreReading(health, OptionalInt.empty(), Map.of(), Optional.empty());
  }

  StoreReading withGreeting(Optional<Duration> time) {
    return new StoreReading(health, leaders, unreachable, time);
  }

  /** Whether it is known if it serves. */
  boolean isKnown() {
    return health != Health.UNKNOWN;
  }

  boolean serves() {
    return health == Health.SERVING;
  }
}
