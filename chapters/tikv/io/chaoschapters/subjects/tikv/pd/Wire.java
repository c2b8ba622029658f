package io.chaoschapters.subjects.tikv.pd;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PD's JSON as it is; everything may be absent, because Go leaves zeros out in places. */
final class Wire {
  private Wire() {}

  record Stores(@Nullable List<Store> stores) {}

  record Store(@Nullable Meta store, @Nullable Status status) {
    PdStore read() {
      Meta meta = Objects.requireNonNull(store, "a store without 'store'");
      Status last = status == null ? new Status(null, null, 0, 0, null, 0) : status;
      return new PdStore(
          Objects.requireNonNull(meta.id, "a store without an id"),
          meta.address == null ? "" : meta.address,
          meta.stateName == null ? "" : meta.stateName,
          last.capacity == null ? "" : last.capacity,
          last.available == null ? "" : last.available,
          last.leaderCount,
          last.regionCount,
          sinceTheEpoch(last.lastHeartbeatTs),
          Wire.build(meta.version, meta.gitHash),
          last.slowScore);
    }
  }

  /** {@code state} and {@code node_state} are left alone: a 0 is left out by PD. */
  record Meta(
      @Nullable BigInteger id,
      @Nullable String address,
      @Nullable String stateName,
      @Nullable String version,
      @Nullable String gitHash) {}

  record Status(
      @Nullable String capacity,
      @Nullable String available,
      int leaderCount,
      int regionCount,
      @Nullable String lastHeartbeatTs,
      int slowScore) {}

  record Regions(@Nullable List<Region> regions) {}

  record Region(
      @Nullable BigInteger id,
      @Nullable String startKey,
      @Nullable String endKey,
      @Nullable List<Peer> peers,
      @Nullable Peer leader,
      @Nullable List<DownPeer> downPeers,
      @Nullable List<Peer> pendingPeers) {
    PdRegion read() {
      return new PdRegion(
          Objects.requireNonNull(id, "a region without an id"),
          startKey == null ? "" : startKey,
          endKey == null ? "" : endKey,
          stores(orEmpty(peers).stream()),
          leader == null ? null : leader.storeId,
          stores(orEmpty(downPeers).stream().map(DownPeer::peer).filter(Objects::nonNull)),
          stores(orEmpty(pendingPeers).stream()));
    }

    private static List<BigInteger> stores(Stream<Peer> peers) {
      return peers.map(Peer::storeId).filter(Objects::nonNull).toList();
    }
  }

  record Peer(@Nullable BigInteger storeId) {}

  record DownPeer(@Nullable Peer peer) {}

  record Member(
      @Nullable String name,
      @Nullable BigInteger memberId,
      @Nullable List<String> clientUrls,
      boolean health) {
    PdMember read() {
      return new PdMember(name(), id(), orEmpty(clientUrls));
    }

    PdMemberHealth readHealth() {
      return new PdMemberHealth(name(), id(), health);
    }

    @Override
    public String name() {
      return name == null ? "" : name;
    }

    private BigInteger id() {
      return memberId == null ? BigInteger.ZERO : memberId;
    }
  }

  record Members(@Nullable List<Member> members, @Nullable Member leader) {
    PdMembers read() {
      return new PdMembers(
          orEmpty(members).stream().map(Member::read).toList(),
          leader == null ? null : leader.read());
    }
  }

  record Version(@Nullable String version, @Nullable String gitHash) {
    Build read() {
      return build(Objects.requireNonNull(version, "a status without 'version'"), gitHash);
    }
  }

  private static Build build(@Nullable String version, @Nullable String commit) {
    return new Build(version == null ? "" : version, commit == null ? "" : commit);
  }

  record ClusterStatus(@Nullable String raftBootstrapTime, boolean isInitialized) {
    PdClusterStatus read() {
      return new PdClusterStatus(
          isInitialized, isInitialized ? sinceTheEpoch(raftBootstrapTime) : null);
    }
  }

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** PD says "never" with the year 1 or 1970. */
  private static @Nullable Instant sinceTheEpoch(@Nullable String time) {
    if (time == null || time.isEmpty()) {
      return null;
    }
    Instant read = OffsetDateTime.parse(time).toInstant();
    return read.isAfter(Instant.EPOCH) ? read : null;
  }
}
