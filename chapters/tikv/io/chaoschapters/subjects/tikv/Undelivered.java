package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.RecentReadings.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What stores say of each other: who could not be delivered to lately.
 *
 * @param looks at all stores, oldest first
 */
record Undelivered(List<Look> looks) {
  /**
   * Others try to connect to a store that is back after a pause, and what they had for it before
   * that is counted when they do.
   */
  private static final Duration MISSED_FOR = Duration.ofSeconds(2);

  Undelivered {
    looks = List.copyOf(looks);
  }

  /** Whether a store served at the look before the newest one. */
  boolean servedBefore(int store) {
    return looks.size() > 1 && looks.get(looks.size() - 2).readings().get(store).serves();
  }

  /**
   * How many stores have lately had more to report of a store, while it served: what could not be
   * delivered to one that was down or stood still says nothing of the network.
   *
   * @param store its place among the readings
   * @param storeId as other stores call it
   */
  int reportedBy(int store, String storeId) {
    int count = 0;
    int stores = looks.isEmpty() ? 0 : looks.get(0).readings().size();
    for (int other = 0; other < stores; other++) {
      if (other != store && rises(other, store, storeId)) {
        count++;
      }
    }
    return count;
  }

  private boolean rises(int other, int store, String storeId) {
    OptionalDouble before = OptionalDouble.empty();
    Instant servesSince = looks.get(0).at();
    boolean served = looks.get(0).readings().get(store).serves();
    boolean wasAway = false;
    boolean risen = false;
    for (Look look : looks) {
      boolean serves = look.readings().get(store).serves();
      if (serves && !served) {
        servesSince = look.at();
        wasAway = true;
        risen = false;
      }
      served = serves;
      OptionalDouble now = look.readings().get(other).undeliveredTo(storeId);
      boolean settled = !wasAway || look.at().isAfter(servesSince.plus(MISSED_FOR));
      if (now.isPresent()) {
        risen |= serves && settled && before.isPresent() && isRise(before, now);
        before = now;
      }
    }
    return served && risen;
  }

  /** A counter that is lower than before belongs to a store that was started anew. */
  private static boolean isRise(OptionalDouble before, OptionalDouble now) {
    double earlier = before.getAsDouble();
    double later = now.getAsDouble();
    return later > earlier || later < earlier && later > 0;
  }
}
