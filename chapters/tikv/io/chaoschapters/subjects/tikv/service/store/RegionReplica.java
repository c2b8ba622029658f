package io.chaoschapters.subjects.tikv.service.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.proto.RaftProtos.RaftPeerRole;
import org.apache.ratis.proto.RaftProtos.ServerRpcProto;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.DivisionInfo;
import org.apache.ratis.server.RaftServer;
import org.tikv.kvproto.Metapb.Peer;
import org.tikv.kvproto.Metapb.Region;

/** One store's copy of a region at a moment. */
record RegionReplica(long storeId, RegionMachine machine, RaftServer.Division division) {
  DivisionInfo raft() {
    return division.getInfo();
  }

  Region region() {
    return machine.state().region();
  }

  boolean leads() {
    return raft().isLeader() && raft().isLeaderReady();
  }

  Optional<Peer> self() {
    return peerOn(storeId);
  }

  Optional<Peer> peerOn(long store) {
    return region().getPeersList().stream().filter(p -> p.getStoreId() == store).findFirst();
  }

  /** The copy that leads as far as this one knows. */
  Optional<Peer> leader() {
    RaftPeerId leader = raft().getLeaderId();
    return leader == null ? Optional.empty() : peerOn(Long.parseLong(leader.toString()));
  }

  /** Copies that have not answered since this one began to lead. */
  List<Peer> pending() {
    long leadsForMillis = TimeUnit.NANOSECONDS.toMillis(machine.leadsForNanos());
    return followers().stream()
        .filter(follower -> follower.getLastRpcElapsedTimeMs() > leadsForMillis)
        .flatMap(follower -> peerOn(store(follower)).stream())
        .toList();
  }

  /** Whether a copy has answered lately: a leader would wait in vain for one that does not. */
  boolean hears(long store, long withinMillis) {
    return followers().stream()
        .anyMatch(f -> store(f) == store && f.getLastRpcElapsedTimeMs() <= withinMillis);
  }

  private static long store(ServerRpcProto follower) {
    return Long.parseLong(follower.getId().getId().toStringUtf8());
  }

  private List<ServerRpcProto> followers() {
    return raft().getRoleInfoProto().getLeaderInfo().getFollowerInfoList();
  }

  /** In the words of TiKV's Raft. */
  String role() {
    if (raft().isLeader()) {
      return "Leader";
    }
    return raft().getCurrentRole() == RaftPeerRole.CANDIDATE ? "Candidate" : "Follower";
  }
}
