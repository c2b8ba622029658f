package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.Keys;
import io.chaoschapters.subjects.tikv.service.store.RegionEffects.Part;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.tikv.kvproto.Errorpb;
import org.tikv.kvproto.Errorpb.EpochNotMatch;
import org.tikv.kvproto.Errorpb.ProposalInMergingMode;
import org.tikv.kvproto.Metapb.Peer;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.Metapb.RegionEpoch;
import org.tikv.kvproto.RaftCmdpb.AdminRequest;
import org.tikv.kvproto.RaftCmdpb.CmdType;
import org.tikv.kvproto.RaftCmdpb.PutRequest;
import org.tikv.kvproto.RaftCmdpb.RaftCmdRequest;
import org.tikv.kvproto.RaftCmdpb.RaftCmdResponse;
import org.tikv.kvproto.RaftCmdpb.RaftResponseHeader;
import org.tikv.kvproto.RaftCmdpb.Request;
import org.tikv.kvproto.RaftCmdpb.SplitRequest;
import org.tikv.shade.com.google.protobuf.ByteString;

/**
 * One region's bounds, copies, keys and values. Every copy applies the same commands in the same
 * order, so nothing here may depend on anything else.
 */
final class RegionState {
  private final ConcurrentSkipListMap<ByteString, ByteString> values =
      new ConcurrentSkipListMap<>(Keys.ORDER);
  private final AtomicLong bytes = new AtomicLong();
  private final LongAdder writtenBytes = new LongAdder();
  private final LongAdder writtenKeys = new LongAdder();
  private final RegionEffects effects;
  private volatile Region region;
  private volatile boolean merging;

  RegionState(Region region, NavigableMap<ByteString, ByteString> values, RegionEffects effects) {
    this.region = region;
    this.effects = effects;
    values.forEach(this::put);
  }

  Region region() {
    return region;
  }

  NavigableMap<ByteString, ByteString> values() {
    return values;
  }

  long bytes() {
    return bytes.get();
  }

  /** Bytes written since this was last asked. */
  long takeWrittenBytes() {
    return writtenBytes.sumThenReset();
  }

  /** Keys written since this was last asked. */
  long takeWrittenKeys() {
    return writtenKeys.sumThenReset();
  }

  /** Applies a committed command. */
  RaftCmdResponse apply(RaftCmdRequest command) {
    if (command.hasAdminRequest()) {
      return apply(command.getHeader().getRegionEpoch(), command.getAdminRequest(), command);
    }
    for (Request request : command.getRequestsList()) {
      if (merging) {
        return error(
            Errorpb.Error.newBuilder()
                .setMessage(RootLocale.format("region %d is in merging mode", region.getId()))
                .setProposalInMergingMode(
                    ProposalInMergingMode.newBuilder().setRegionId(region.getId())));
      }
      if (request.getCmdType() != CmdType.Put || !Keys.holds(region, request.getPut().getKey())) {
        return stale();
      }
    }
    command.getRequestsList().forEach(request -> put(request.getPut()));
    return RaftCmdResponse.getDefaultInstance();
  }

  private void put(PutRequest put) {
    writtenBytes.add(put.getKey().size() + (long) put.getValue().size());
    writtenKeys.increment();
    put(put.getKey(), put.getValue());
  }

  private void put(ByteString key, ByteString value) {
    ByteString old = values.put(key, value);
    bytes.addAndGet(old == null ? key.size() + value.size() : value.size() - old.size());
  }

  private RaftCmdResponse apply(RegionEpoch epoch, AdminRequest admin, RaftCmdRequest command) {
    return switch (admin.getCmdType()) {
      case BatchSplit ->
          epoch.getVersion() == region.getRegionEpoch().getVersion()
              ? split(admin.getSplits().getRequestsList())
              : stale();
      case ChangePeer -> addPeer(admin.getChangePeer().getPeer());
      case PrepareMerge -> prepareMerge(admin.getPrepareMerge().getTarget());
      case CommitMerge -> absorb(admin.getCommitMerge().getSource(), command.getRequestsList());
      default -> stale();
    };
  }

  private RaftCmdResponse stale() {
    return error(epochNotMatch());
  }

  /** What is answered to those whose idea of the region is not of this moment. */
  Errorpb.Error.Builder epochNotMatch() {
    return Errorpb.Error.newBuilder()
        .setMessage(RootLocale.format("current epoch of region %d is another one", region.getId()))
        .setEpochNotMatch(EpochNotMatch.newBuilder().addCurrentRegions(region));
  }

  private static RaftCmdResponse error(Errorpb.Error.Builder error) {
    return RaftCmdResponse.newBuilder()
        .setHeader(RaftResponseHeader.newBuilder().setError(error))
        .build();
  }

  /** New regions take the left parts; what is right of the last key keeps the id. */
  private RaftCmdResponse split(List<SplitRequest> requests) {
    Region before = region;
    ByteString start = before.getStartKey();
    long version = before.getRegionEpoch().getVersion() + requests.size();
    List<Part> parts = new ArrayList<>();
    for (SplitRequest request : requests) {
      ByteString end = request.getSplitKey();
      if (!Keys.holds(before, end) || Keys.ORDER.compare(end, start) <= 0) {
        return stale();
      }
      Region.Builder part =
          withVersion(before, version)
              .setId(request.getNewRegionId())
              .setStartKey(start)
              .setEndKey(end)
              .clearPeers();
      for (int i = 0; i < before.getPeersCount(); i++) {
        part.addPeers(before.getPeers(i).toBuilder().setId(request.getNewPeerIds(i)));
      }
      parts.add(new Part(part.build(), taken(start, end)));
      start = end;
    }
    region = withVersion(before, version).setStartKey(start).build();
    effects.split(parts);
    parts.forEach(part -> part.values().keySet().forEach(this::remove));
    return RaftCmdResponse.getDefaultInstance();
  }

  private static Region.Builder withVersion(Region of, long version) {
    return of.toBuilder().setRegionEpoch(of.getRegionEpoch().toBuilder().setVersion(version));
  }

  private TreeMap<ByteString, ByteString> taken(ByteString start, ByteString end) {
    return new TreeMap<>(values.subMap(start, true, end, false));
  }

  private void remove(ByteString key) {
    ByteString old = values.remove(key);
    if (old != null) {
      bytes.addAndGet(-key.size() - (long) old.size());
    }
  }

  /** Counts as two changes: it is a learner first, then a voter. */
  private RaftCmdResponse addPeer(Peer peer) {
    boolean known =
        region.getPeersList().stream().anyMatch(p -> p.getStoreId() == peer.getStoreId());
    if (!known) {
      RegionEpoch epoch = region.getRegionEpoch();
      region =
          region.toBuilder()
              .addPeers(peer)
              .setRegionEpoch(epoch.toBuilder().setConfVer(epoch.getConfVer() + 2))
              .build();
    }
    return RaftCmdResponse.getDefaultInstance();
  }

  private RaftCmdResponse prepareMerge(Region target) {
    if (!merging) {
      merging = true;
      region = withVersion(region, region.getRegionEpoch().getVersion() + 1).build();
    }
    effects.merging(region, target);
    return RaftCmdResponse.getDefaultInstance();
  }

  private RaftCmdResponse absorb(Region source, List<Request> content) {
    boolean left = source.getEndKey().equals(region.getStartKey());
    boolean right = !left && source.getStartKey().equals(region.getEndKey());
    if (merging || (!left && !right)) {
      return stale();
    }
    long version =
        Math.max(source.getRegionEpoch().getVersion(), region.getRegionEpoch().getVersion()) + 1;
    Region.Builder wider = withVersion(region, version);
    region =
        (left ? wider.setStartKey(source.getStartKey()) : wider.setEndKey(source.getEndKey()))
            .build();
    content.forEach(request -> put(request.getPut()));
    effects.absorbed(source);
    return RaftCmdResponse.getDefaultInstance();
  }
}
