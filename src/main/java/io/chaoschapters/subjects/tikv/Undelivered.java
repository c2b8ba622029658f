package io.chaoschapters.subjects.tikv;

import java.util.List;

/**
 * What stores say of each other: who could not be delivered to since the look before.
 *
 * @param before the readings of the look before, in the order of the stores; empty for none
 * @param now the readings of this look
 */
record Undelivered(List<StoreReading> before, List<StoreReading> now) {
  Undelivered {
    before = List.copyOf(before);
    now = List.copyOf(now);
  }

  /** How many stores that answered both times had more trouble to report with a store. */
  int reportedBy(String storeId) {
    int count = 0;
    for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
      Double earlier = before.get(i).unreachable().get(storeId);
      Double later = now.get(i).unreachable().get(storeId);
      if (earlier != null && later != null && later > earlier) {
        count++;
      }
    }
    return count;
  }
}
