package io.chaoschapters.subjects.tikv.service.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.ratis.server.raftlog.RaftLog;
import org.jspecify.annotations.Nullable;
import org.tikv.kvproto.Metapb;
import org.tikv.kvproto.Metapb.Peer;
import org.tikv.shade.com.google.protobuf.ByteString;

/**
 * What a store tells of its copy of a region, in the shape of {@code GET /region/{id}}.
 *
 * @param groupState {@code Ordered}: regions of the stand-in are always awake
 */
record RegionMeta(
    String groupState,
    RaftStatus raftStatus,
    RaftApply raftApply,
    RegionState regionState,
    List<Object> bucketKeys) {

  record RaftStatus(
      long id,
      HardState hardState,
      SoftState softState,
      long applied,
      Map<String, Object> voters,
      Map<String, Object> learners,
      long lastIndex,
      long persistedIndex) {}

  record HardState(long term, long vote, long commit) {}

  record SoftState(long leaderId, String raftState) {}

  record RaftApply(
      long appliedIndex, long commitIndex, long commitTerm, TruncatedState truncatedState) {}

  record TruncatedState(long index, long term) {}

  record RegionState(
      long id,
      List<Integer> startKey,
      List<Integer> endKey,
      Epoch epoch,
      List<Copy> peers,
      @Nullable Object mergeState,
      long tabletIndex) {}

  record Epoch(long confVer, long version) {}

  record Copy(long id, long storeId, String role, @JsonProperty("is_witness") boolean witness) {}

  static RegionMeta of(RegionReplica replica) {
    long term = replica.raft().getCurrentTerm();
    long leader = replica.leader().map(Peer::getId).orElse(0L);
    RaftLog log = replica.division().getRaftLog();
    long commit = log.getLastCommittedIndex();
    long applied = replica.raft().getLastAppliedIndex();
    return new RegionMeta(
        "Ordered",
        new RaftStatus(
            replica.self().map(Peer::getId).orElse(0L),
            new HardState(term, leader, commit),
            new SoftState(leader, replica.role()),
            applied,
            Map.of(),
            Map.of(),
            log.getNextIndex() - 1,
            log.getFlushIndex()),
        new RaftApply(applied, commit, term, new TruncatedState(0, 0)),
        region(replica.region()),
        List.of());
  }

  private static RegionState region(Metapb.Region region) {
    return new RegionState(
        region.getId(),
        bytes(region.getStartKey()),
        bytes(region.getEndKey()),
        new Epoch(region.getRegionEpoch().getConfVer(), region.getRegionEpoch().getVersion()),
        region.getPeersList().stream()
            .map(peer -> new Copy(peer.getId(), peer.getStoreId(), "Voter", false))
            .toList(),
        null,
        0);
  }

  private static List<Integer> bytes(ByteString key) {
    List<Integer> numbers = new ArrayList<>();
    for (byte b : key.toByteArray()) {
      numbers.add(b & 0xff);
    }
    return numbers;
  }
}
