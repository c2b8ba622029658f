package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.Keys;
import io.chaoschapters.text.RootLocale;
import java.util.Optional;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.exceptions.NotLeaderException;
import org.tikv.kvproto.Errorpb;
import org.tikv.kvproto.Errorpb.KeyNotInRegion;
import org.tikv.kvproto.Errorpb.NotLeader;
import org.tikv.kvproto.Errorpb.RegionNotFound;
import org.tikv.kvproto.Errorpb.ServerIsBusy;
import org.tikv.kvproto.Errorpb.StaleCommand;
import org.tikv.kvproto.Errorpb.StoreNotMatch;
import org.tikv.kvproto.Kvrpcpb.Context;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.shade.com.google.protobuf.ByteString;

/** Why a store does not do what a client asks of one of its regions. */
final class RegionErrors {
  private RegionErrors() {}

  static Errorpb.Error regionNotFound(long region) {
    return Errorpb.Error.newBuilder()
        .setMessage(RootLocale.format("region %d is missing", region))
        .setRegionNotFound(RegionNotFound.newBuilder().setRegionId(region))
        .build();
  }

  /** What is wrong before Raft is asked, or empty. */
  static Optional<Errorpb.Error> before(
      RegionReplica replica, Context context, Iterable<ByteString> keys) {
    long asked = context.getPeer().getStoreId();
    if (asked != replica.storeId()) {
      return Optional.of(
          Errorpb.Error.newBuilder()
              .setMessage("store not match")
              .setStoreNotMatch(
                  StoreNotMatch.newBuilder()
                      .setRequestStoreId(asked)
                      .setActualStoreId(replica.storeId()))
              .build());
    }
    Region region = replica.region();
    if (context.getRegionEpoch().getVersion() != region.getRegionEpoch().getVersion()) {
      return Optional.of(replica.machine().state().epochNotMatch().build());
    }
    for (ByteString key : keys) {
      if (!Keys.holds(region, key)) {
        return Optional.of(
            Errorpb.Error.newBuilder()
                .setMessage("key is not in region")
                .setKeyNotInRegion(
                    KeyNotInRegion.newBuilder()
                        .setKey(key)
                        .setRegionId(region.getId())
                        .setStartKey(region.getStartKey())
                        .setEndKey(region.getEndKey()))
                .build());
      }
    }
    return replica.raft().isLeader() ? Optional.empty() : Optional.of(notLeader(replica));
  }

  static Errorpb.Error notLeader(RegionReplica replica) {
    long id = replica.region().getId();
    NotLeader.Builder error = NotLeader.newBuilder().setRegionId(id);
    replica
        .leader()
        .filter(leader -> leader.getStoreId() != replica.storeId())
        .ifPresent(error::setLeader);
    return Errorpb.Error.newBuilder()
        .setMessage(RootLocale.format("peer is not leader for region %d", id))
        .setNotLeader(error)
        .build();
  }

  /** What Raft says, as TiKV would. */
  static Errorpb.Error after(RegionReplica replica, RaftClientReply reply) {
    NotLeaderException moved = reply.getNotLeaderException();
    if (moved != null || reply.getLeaderSteppingDownException() != null) {
      return notLeader(replica);
    }
    if (reply.getLeaderNotReadyException() != null) {
      return Errorpb.Error.newBuilder()
          .setMessage("server is busy")
          .setServerIsBusy(ServerIsBusy.newBuilder().setReason("the leader is not ready"))
          .build();
    }
    return stale(String.valueOf(reply.getException()));
  }

  static Errorpb.Error stale(String reason) {
    return Errorpb.Error.newBuilder()
        .setMessage("stale command: " + reason)
        .setStaleCommand(StaleCommand.getDefaultInstance())
        .build();
  }
}
