package io.chaoschapters.subjects.tikv.service.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.tikv.kvproto.Pdpb.RegionHeartbeatRequest;
import org.tikv.kvproto.Pdpb.StoreStats;
import org.tikv.kvproto.Pdpb.TimeInterval;

/** What a store tells the placement driver of itself and of the regions that it leads. */
final class StoreReports {
  private static final long MIB = 1 << 20;
  private static final long MILLIS = 1_000;

  private final RaftStore store;
  private final Disk disk;
  private final SlowScore score;
  private final long startSeconds;
  private final AtomicLong toldBytes = new AtomicLong();
  private final AtomicLong toldAtSeconds;

  StoreReports(RaftStore store, Disk disk, SlowScore score, long startSeconds) {
    this.store = store;
    this.disk = disk;
    this.score = score;
    this.startSeconds = startSeconds;
    this.toldAtSeconds = new AtomicLong(startSeconds);
  }

  StoreStats stats() {
    long now = System.currentTimeMillis() / MILLIS;
    long bytes = store.bytes();
    return StoreStats.newBuilder()
        .setStoreId(store.storeId())
        .setCapacity(disk.capacity())
        .setAvailable(disk.available())
        .setUsedSize(bytes)
        .setRegionCount(store.replicas().size())
        .setStartTime((int) startSeconds)
        .setSlowScore(score.value())
        .setBytesWritten(Math.max(0, bytes - toldBytes.getAndSet(bytes)))
        .setInterval(
            TimeInterval.newBuilder()
                .setStartTimestamp(toldAtSeconds.getAndSet(now))
                .setEndTimestamp(now))
        .build();
  }

  Iterable<RegionHeartbeatRequest> regions() {
    List<RegionHeartbeatRequest> led = new ArrayList<>();
    for (RegionReplica replica : store.led()) {
      RegionState state = replica.machine().state();
      replica
          .self()
          .ifPresent(
              self ->
                  led.add(
                      RegionHeartbeatRequest.newBuilder()
                          .setRegion(replica.region())
                          .setLeader(self)
                          .setTerm(replica.raft().getCurrentTerm())
                          .addAllPendingPeers(replica.pending())
                          .setApproximateSize(Math.max(MIB, state.bytes()))
                          .setBytesWritten(state.takeWrittenBytes())
                          .setKeysWritten(state.takeWrittenKeys())
                          .build()));
    }
    return led;
  }
}
