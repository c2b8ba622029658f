package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.Keys;
import io.chaoschapters.subjects.tikv.service.Rpc;
import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.thirdparty.io.grpc.ManagedChannel;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyChannelBuilder;
import org.jspecify.annotations.Nullable;
import org.tikv.kvproto.Metapb.Peer;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.Pdpb.RegionHeartbeatResponse;
import org.tikv.kvproto.Pdpb.SplitID;
import org.tikv.kvproto.RaftCmdpb.AdminCmdType;
import org.tikv.kvproto.RaftCmdpb.AdminRequest;
import org.tikv.kvproto.RaftCmdpb.BatchSplitRequest;
import org.tikv.kvproto.RaftCmdpb.ChangePeerRequest;
import org.tikv.kvproto.RaftCmdpb.PrepareMergeRequest;
import org.tikv.kvproto.RaftCmdpb.RaftCmdRequest;
import org.tikv.kvproto.RaftCmdpb.RaftCmdResponse;
import org.tikv.kvproto.RaftCmdpb.RaftRequestHeader;
import org.tikv.kvproto.RaftCmdpb.SplitRequest;
import org.tikv.shade.com.google.protobuf.ByteString;

/** Does what the placement driver orders the leaders of regions on this store to do. */
final class PdOrders {
  private static final long FRESH_MILLIS = 1_000;
  private static final Duration JOINED_WITHIN = Duration.ofSeconds(10);
  private static final Duration AGREED_WITHIN = Duration.ofSeconds(10);
  private static final int FAILED_TRANSFERS = 2;
  private static final ServerLog LOG = new ServerLog();

  private final Set<Long> busy = ConcurrentHashMap.newKeySet();
  private final Set<Long> handingOver = ConcurrentHashMap.newKeySet();
  private final Map<Long, Integer> failedInARow = new ConcurrentHashMap<>();
  private final RaftStore store;
  private final PdSession pd;
  private final Runnable changed;

  /**
   * @param changed called when the placement driver should hear of regions again at once
   */
  PdOrders(RaftStore store, PdSession pd, Runnable changed) {
    this.store = store;
    this.pd = pd;
    this.changed = changed;
  }

  /** Begins with an order; one that comes again while it is carried out is left alone. */
  void receive(RegionHeartbeatResponse order) {
    long id = order.getRegionId();
    if (order.hasTransferLeader()) {
      transfer(id, order.getTransferLeader().getPeer().getStoreId());
    } else if (busy.add(id)) {
      store.later(
          "an order of the placement driver",
          () -> {
            try {
              carryOut(order);
            } finally {
              busy.remove(id);
            }
          });
    }
  }

  private void carryOut(RegionHeartbeatResponse order) throws IOException {
    RegionReplica replica = store.replica(order.getRegionId()).orElse(null);
    if (replica == null || !replica.leads()) {
      return;
    }
    if (order.hasSplitRegion()) {
      split(replica, order.getSplitRegion().getKeysList());
    } else if (order.hasChangePeer()) {
      addPeer(replica, order.getChangePeer().getPeer());
    } else if (order.hasMerge()) {
      merge(replica, order.getMerge().getTarget());
    }
    changed.run();
  }

  /**
   * Hands a region over, if this store leads it and the other one answers; a leader that waits for
   * a dead store would serve nobody meanwhile.
   */
  private void transfer(long id, long toStore) {
    RegionReplica replica = store.replica(id).orElse(null);
    if (replica == null
        || !replica.leads()
        || !replica.hears(toStore, FRESH_MILLIS)
        || !handingOver.add(id)) {
      return;
    }
    try {
      store
          .transfer(id, toStore)
          .whenComplete((reply, failure) -> ended(id, toStore, reply, failure));
    } catch (IOException e) {
      handingOver.remove(id);
      LOG.warn("peer.rs", "transfer leader failed", "region_id", id, "err", e);
    }
  }

  private void ended(
      long id, long toStore, @Nullable RaftClientReply reply, @Nullable Throwable failure) {
    handingOver.remove(id);
    if (reply != null && reply.isSuccess()) {
      failedInARow.remove(id);
      LOG.info("peer.rs", "transfer leader", "region_id", id, "to", toStore);
      return;
    }
    Throwable why = reply == null ? failure : reply.getException();
    LOG.info("peer.rs", "transfer leader failed", "region_id", id, "to", toStore, "err", why);
    if (failedInARow.merge(id, 1, Integer::sum) >= FAILED_TRANSFERS) {
      failedInARow.remove(id);
      beginAfresh(id);
    }
  }

  /**
   * On a machine that stalls, Ratis can wait for ever for a copy that has fallen behind, and cannot
   * hand the region over to it; whoever is elected next begins afresh.
   */
  private void beginAfresh(long id) {
    try {
      store.stepDown(id);
    } catch (IOException e) {
      LOG.warn("peer.rs", "step down failed", "region_id", id, "err", e);
    }
  }

  private void split(RegionReplica replica, List<ByteString> keys) throws IOException {
    Region region = replica.region();
    List<ByteString> inside =
        keys.stream().filter(key -> isInside(region, key)).sorted(Keys.ORDER).toList();
    if (inside.isEmpty()) {
      return;
    }
    List<SplitID> ids = pd.idsForSplit(region, inside.size());
    BatchSplitRequest.Builder splits = BatchSplitRequest.newBuilder().setRightDerive(true);
    for (int i = 0; i < inside.size(); i++) {
      splits.addRequests(
          SplitRequest.newBuilder()
              .setSplitKey(inside.get(i))
              .setNewRegionId(ids.get(i).getNewRegionId())
              .addAllNewPeerIds(ids.get(i).getNewPeerIdsList()));
    }
    agree(
        region,
        AdminRequest.newBuilder().setCmdType(AdminCmdType.BatchSplit).setSplits(splits).build());
    List<Region> parts = new ArrayList<>();
    ids.forEach(
        id ->
            store
                .beginning(id.getNewRegionId())
                .ifPresent(beginning -> parts.add(beginning.region())));
    parts.add(replica.region());
    LOG.info(
        "peer.rs", "on ready split region", "region_id", region.getId(), "parts", parts.size());
    pd.reportSplit(parts);
  }

  private static boolean isInside(Region region, ByteString key) {
    return Keys.holds(region, key) && !region.getStartKey().equals(key);
  }

  /**
   * A new copy begins as the region itself did, and is given the Raft log from there on; what a
   * region was born with is in no log, so that only those that were born empty can be copied.
   */
  private void addPeer(RegionReplica replica, Peer peer) throws IOException {
    Region region = replica.region();
    if (replica.peerOn(peer.getStoreId()).isPresent()) {
      return; // It was ordered once more before the placement driver heard that it is done.
    }
    RegionFiles.Beginning beginning = store.beginning(region.getId()).orElseThrow();
    if (!beginning.values().isEmpty()) {
      LOG.error("peer.rs", "a region that was not born empty cannot be copied", "region", region);
      return;
    }
    joined(peer.getStoreId(), beginning.region());
    List<RaftPeer> members = new ArrayList<>();
    region.getPeersList().forEach(member -> members.add(store.stores().raftPeer(member)));
    members.add(store.stores().raftPeer(peer));
    setPeers(region.getId(), members);
    agree(
        region,
        AdminRequest.newBuilder()
            .setCmdType(AdminCmdType.ChangePeer)
            .setChangePeer(ChangePeerRequest.newBuilder().setPeer(peer))
            .build());
    LOG.info("peer.rs", "notify pd with change peer region", "region_id", region.getId());
  }

  /** On a machine that stalls, Ratis can wait for ever for a copy that it did not hear in time. */
  private void setPeers(long region, List<RaftPeer> members) throws IOException {
    try {
      check(wait(store.setPeers(region, members), "a change of peers"));
    } catch (TimedOutException e) {
      LOG.warn("peer.rs", "a change of peers takes too long", "region_id", region);
      store.stepDown(region);
      throw e;
    }
  }

  private void joined(long toStore, Region beginning) {
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(store.stores().address(toStore)).usePlaintext().build();
    try {
      Rpc.call(channel, StoreMethods.JOIN, beginning, JOINED_WITHIN);
    } finally {
      channel.shutdownNow();
    }
  }

  private void merge(RegionReplica source, Region target) throws IOException {
    if (store.isMergeTarget(source.region().getId())) {
      LOG.info("peer.rs", "skip merge, it is a target", "region_id", source.region().getId());
      return;
    }
    agree(
        source.region(),
        AdminRequest.newBuilder()
            .setCmdType(AdminCmdType.PrepareMerge)
            .setPrepareMerge(PrepareMergeRequest.newBuilder().setTarget(target))
            .build());
  }

  private void agree(Region region, AdminRequest admin) throws IOException {
    RaftCmdRequest command =
        RaftCmdRequest.newBuilder()
            .setHeader(
                RaftRequestHeader.newBuilder()
                    .setRegionId(region.getId())
                    .setRegionEpoch(region.getRegionEpoch()))
            .setAdminRequest(admin)
            .build();
    RaftClientReply reply =
        wait(store.write(region.getId(), command), admin.getCmdType().toString());
    check(reply);
    RaftCmdResponse answer =
        RaftCmdResponse.parseFrom(reply.getMessage().getContent().toByteArray());
    if (answer.getHeader().hasError()) {
      throw new IOException(answer.getHeader().getError().getMessage());
    }
  }

  private static RaftClientReply wait(CompletableFuture<RaftClientReply> reply, String what)
      throws IOException {
    try {
      return reply.get(AGREED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (TimeoutException e) {
      throw new TimedOutException(what);
    } catch (ExecutionException e) {
      throw new IOException("not agreed on: " + what, e);
    }
  }

  private static final class TimedOutException extends IOException {
    private static final long serialVersionUID = 1L;

    TimedOutException(String what) {
      super("not agreed on in time: " + what);
    }
  }

  private static void check(RaftClientReply reply) throws IOException {
    if (!reply.isSuccess()) {
      throw new IOException("Raft did not do it", reply.getException());
    }
  }
}
