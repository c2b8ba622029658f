package io.chaoschapters.subjects.tikv.service.pd;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PD keeps on its disk.
 *
 * @param clusterId the cluster's id, chosen once
 * @param memberId PD's own id
 * @param idLimit ids up to this one may have been given away
 * @param bootstrappedAt when the first store began the cluster, in RFC 3339; null before
 * @param stores each as a {@code Metapb.Store}, with the time of a heartbeat
 * @param regions each as a {@code Metapb.Region}
 * @param schedulers the schedulers that run; null before the first region was heard of
 * @param evicted stores from which leaders are evicted
 */
record PdData(
    long clusterId,
    long memberId,
    long idLimit,
    @Nullable String bootstrappedAt,
    List<SavedStore> stores,
    List<byte[]> regions,
    @Nullable List<String> schedulers,
    List<Long> evicted) {

  /** A store and the time of a heartbeat, in nanoseconds since 1970. */
  record SavedStore(byte[] store, long heartbeatNanos) {
    private static final long NANOS = 1_000_000_000L;

    static long nanos(Instant time) {
      return time.getEpochSecond() * NANOS + time.getNano();
    }

    Instant heartbeat() {
      return Instant.ofEpochSecond(heartbeatNanos / NANOS, heartbeatNanos % NANOS);
    }
  }
}
