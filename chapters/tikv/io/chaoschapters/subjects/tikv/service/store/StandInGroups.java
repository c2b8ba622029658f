package io.chaoschapters.subjects.tikv.service.store;

import java.util.UUID;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;

/** How regions and stores are called in Ratis; all stores must agree on it. */
final class StandInGroups {
  private static final long PREFIX = 0x7265_6769_6f6e_0000L; // "region"

  private StandInGroups() {}

  /** The Raft group of a region. */
  static RaftGroupId group(long regionId) {
    return RaftGroupId.valueOf(new UUID(PREFIX, regionId));
  }

  /** The region of a Raft group. */
  static long regionId(RaftGroupId group) {
    return group.getUuid().getLeastSignificantBits();
  }

  /** A store's copy of a region. */
  static RaftPeer peer(String storeId, String address) {
    return RaftPeer.newBuilder().setId(RaftPeerId.valueOf(storeId)).setAddress(address).build();
  }
}
