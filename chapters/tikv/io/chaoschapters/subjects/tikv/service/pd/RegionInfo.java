package io.chaoschapters.subjects.tikv.service.pd;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tikv.kvproto.Metapb.Peer;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.Pdpb.RegionHeartbeatRequest;

/**
 * What is known of a region.
 *
 * @param leader the copy that said last that it leads, or null when this PD has heard of none
 * @param term the leader's term
 * @param pending copies of which their leader has not heard since it was elected
 * @param sizeMib how large its leader thinks it is; 0 when this PD has heard of none
 */
record RegionInfo(
    Region meta,
    @Nullable Peer leader,
    long term,
    List<Peer> pending,
    long sizeMib,
    long writtenBytes,
    long writtenKeys) {
  private static final int MIB_BITS = 20;

  RegionInfo {
    pending = List.copyOf(pending);
  }

  /** A region whose leader has not told of it yet. */
  static RegionInfo unheard(Region meta) {
    return new RegionInfo(meta, null, 0, List.of(), 0, 0, 0);
  }

  static RegionInfo of(RegionHeartbeatRequest heartbeat) {
    return new RegionInfo(
        heartbeat.getRegion(),
        heartbeat.getLeader(),
        heartbeat.getTerm(),
        heartbeat.getPendingPeersList(),
        Math.max(1, heartbeat.getApproximateSize() >> MIB_BITS),
        heartbeat.getBytesWritten(),
        heartbeat.getKeysWritten());
  }

  long id() {
    return meta.getId();
  }

  /** The store of its leader, or 0. */
  long leaderStore() {
    return leader == null ? 0 : leader.getStoreId();
  }

  Optional<Peer> peerOn(long store) {
    return meta.getPeersList().stream().filter(peer -> peer.getStoreId() == store).findFirst();
  }

  boolean isPendingOn(long store) {
    return pending.stream().anyMatch(peer -> peer.getStoreId() == store);
  }

  /** Whether it has a leader and all its copies, and all of them follow. */
  boolean isWhole(int replicas) {
    return leader != null && pending.isEmpty() && meta.getPeersCount() == replicas;
  }
}
