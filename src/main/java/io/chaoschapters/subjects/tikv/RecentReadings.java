package io.chaoschapters.subjects.tikv;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The looks at all stores of the last few seconds. Stores count what they cannot deliver once a
 * second, as they are looked at: between two looks a count may not have moved, between four it has.
 */
final class RecentReadings {
  private static final int LOOKS = 4;

  private final Deque<List<StoreReading>> looks = new ArrayDeque<>();

  /** Adds a look and says who could not be delivered to since the oldest one that is kept. */
  synchronized Undelivered add(List<StoreReading> now) {
    Undelivered undelivered = since(now);
    looks.addLast(List.copyOf(now));
    if (looks.size() > LOOKS - 1) {
      looks.removeFirst();
    }
    return undelivered;
  }

  /** The same for a look that is not kept. */
  synchronized Undelivered since(List<StoreReading> now) {
    return new Undelivered(looks.isEmpty() ? List.of() : looks.getFirst(), now);
  }
}
