package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.Health;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a look at one store's status port came to.
 *
 * @param health whether it answered, and how it did not
 * @param leaders regions that it leads; empty when it did not tell
 * @param unreachable messages it could not deliver, by the id of the other store
 */
record StoreReading(Health health, OptionalInt leaders, Map<String, Double> unreachable) {
  StoreReading {
    unreachable = Map.copyOf(unreachable);
  }

  static StoreReading without(Health health) {
    return new StoreReading(health, OptionalInt.empty(), Map.of());
  }

  /** Whether it is known if it serves. */
  boolean isKnown() {
    return health != Health.UNKNOWN;
  }

  boolean serves() {
    return health == Health.SERVING;
  }
}
