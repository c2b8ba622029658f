package io.chaoschapters.subjects.tikv;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The looks at all stores of the last seconds. A store counts what it cannot deliver in steps, when
 * it gives a connection up and then each time that it has tried to connect again: with TiKV's own
 * settings that is every five seconds, and between two steps the counter stands still.
 */
final class RecentReadings {
  /** Longer than from one step to the next. */
  static final Duration KEPT = Duration.ofSeconds(6);

  /** One look. */
  record Look(Instant at, List<StoreReading> readings) {
    Look {
      readings = List.copyOf(readings);
    }
  }

  private final Deque<Look> looks = new ArrayDeque<>();

  /** Adds a look and says who could not be delivered to lately. */
  synchronized Undelivered add(Instant at, List<StoreReading> now) {
    looks.addLast(new Look(at, now));
    while (looks.getFirst().at().isBefore(at.minus(KEPT))) {
      looks.removeFirst();
    }
    return new Undelivered(List.copyOf(looks));
  }

  /** The same for a look that is not kept. */
  synchronized Undelivered with(Instant at, List<StoreReading> now) {
    List<Look> all = new ArrayList<>(looks);
    all.add(new Look(at, now));
    return new Undelivered(all);
  }
}
