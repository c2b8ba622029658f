package io.chaoschapters.subjects.tikv.service.pd;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tikv.kvproto.Metapb.Store;
import org.tikv.kvproto.Pdpb.StoreStats;

/**
 * What is known of a store.
 *
 * @param meta what it said of itself when it started
 * @param heardAt when its last heartbeat came; 1970 before the first
 * @param savedAt the time of the last heartbeat that is on PD's disk
 * @param stats what the last heartbeat told, or null when this PD has heard none
 */
record StoreInfo(Store meta, Instant heardAt, Instant savedAt, @Nullable StoreStats stats) {
  long id() {
    return meta.getId();
  }

  int slowScore() {
    return stats == null ? 0 : (int) stats.getSlowScore();
  }
}
