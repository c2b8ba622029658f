package io.chaoschapters.subjects.tikv.service.pd;

import eraftpb.Eraftpb.ConfChangeType;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.tikv.kvproto.Metapb.Peer;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.Pdpb.ChangePeer;
import org.tikv.kvproto.Pdpb.CheckPolicy;
import org.tikv.kvproto.Pdpb.Merge;
import org.tikv.kvproto.Pdpb.RegionHeartbeatResponse;
import org.tikv.kvproto.Pdpb.SplitRegion;
import org.tikv.kvproto.Pdpb.TransferLeader;
import org.tikv.shade.com.google.protobuf.ByteString;

/**
 * Something that a region's leader was ordered to do.
 *
 * @param origin who ordered it, such as a scheduler
 * @param kind as PD's listing calls it
 * @param brief what it is about, in few words
 * @param step the same, as PD's listing has it
 * @param order what the leader is sent
 * @param done whether it is done, by what is known of the region
 */
record Operator(
    String origin,
    String kind,
    Region region,
    String brief,
    String step,
    RegionHeartbeatResponse order,
    Predicate<Optional<RegionInfo>> done,
    Instant createdAt) {
  static final Duration TIMEOUT = Duration.ofMinutes(1);

  private static final DateTimeFormatter GO_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.nnnnnnnnn '+0000 UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  long regionId() {
    return region.getId();
  }

  static Operator transfer(String origin, String kind, RegionInfo region, Peer to, Instant now) {
    long from = region.leaderStore();
    return new Operator(
        origin,
        kind,
        region.meta(),
        RootLocale.format("transfer leader: store %d to %d", from, to.getStoreId()),
        RootLocale.format("transfer leader from store %d to store %d", from, to.getStoreId()),
        order(region)
            .setTransferLeader(TransferLeader.newBuilder().setPeer(to).addPeers(to))
            .build(),
        seen -> seen.map(r -> r.leaderStore() == to.getStoreId()).orElse(true),
        now);
  }

  static Operator addPeer(RegionInfo region, Peer peer, Instant now) {
    return new Operator(
        "rule-checker",
        "replica",
        region.meta(),
        RootLocale.format("add peer: store [%d]", peer.getStoreId()),
        RootLocale.format("add peer %d on store %d", peer.getId(), peer.getStoreId()),
        order(region)
            .setChangePeer(
                ChangePeer.newBuilder().setPeer(peer).setChangeType(ConfChangeType.AddNode))
            .build(),
        seen -> seen.map(r -> r.peerOn(peer.getStoreId()).isPresent()).orElse(true),
        now);
  }

  static Operator split(String origin, RegionInfo region, List<ByteString> keys, Instant now) {
    long version = region.meta().getRegionEpoch().getVersion();
    return new Operator(
        origin,
        "admin",
        region.meta(),
        RootLocale.format("split: region %d use policy USEKEY", region.id()),
        "split region with policy USEKEY",
        order(region)
            .setSplitRegion(SplitRegion.newBuilder().setPolicy(CheckPolicy.USEKEY).addAllKeys(keys))
            .build(),
        seen -> seen.map(r -> r.meta().getRegionEpoch().getVersion() > version).orElse(true),
        now);
  }

  static Operator merge(RegionInfo source, RegionInfo target, Instant now) {
    return new Operator(
        "merge-region",
        "merge",
        source.meta(),
        RootLocale.format("merge: region %d to %d", source.id(), target.id()),
        RootLocale.format("merge region %d into region %d", source.id(), target.id()),
        order(source).setMerge(Merge.newBuilder().setTarget(target.meta())).build(),
        Optional::isEmpty,
        now);
  }

  private static RegionHeartbeatResponse.Builder order(RegionInfo region) {
    RegionHeartbeatResponse.Builder order =
        RegionHeartbeatResponse.newBuilder()
            .setRegionId(region.id())
            .setRegionEpoch(region.meta().getRegionEpoch());
    if (region.leader() != null) {
      order.setTargetPeer(region.leader());
    }
    return order;
  }

  boolean isOver(Instant now) {
    return Duration.between(createdAt, now).compareTo(TIMEOUT) > 0;
  }

  /** As PD lists it; {@code m} is what Go's monotonic clock shows. */
  String listed(Instant started) {
    double clock = Duration.between(started, createdAt).toNanos() / 1e9;
    String time =
        RootLocale.format(
            "%s m=%s", GO_TIME.format(createdAt), String.format(Locale.ROOT, "%+.9f", clock));
    var epoch = region.getRegionEpoch();
    return RootLocale.format(
        "%s {%s} (kind:%s, region:%d(%d, %d), createAt:%s, startAt:%s, currentStep:0, size:1,"
            + " steps:[0:{%s}], timeout:[1m0s])",
        origin, brief, kind, regionId(), epoch.getVersion(), epoch.getConfVer(), time, time, step);
  }
}
