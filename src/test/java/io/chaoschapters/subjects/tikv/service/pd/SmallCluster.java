package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tikv.kvproto.Metapb.Peer;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.Metapb.RegionEpoch;
import org.tikv.kvproto.Metapb.Store;
import org.tikv.kvproto.Pdpb.RegionHeartbeatRequest;
import org.tikv.kvproto.Pdpb.StoreStats;
import org.tikv.shade.com.google.protobuf.ByteString;

/** A placement driver's mind, three stores that say what they are told to, and a clock. */
final class SmallCluster {
  static final PdConfig CONFIG =
      new PdConfig(Duration.ofMinutes(1), 3, Duration.ofSeconds(5), 54, 1);

  final HandClock clock = new HandClock();
  final ClusterState state;
  final Operators operators;
  final SlowStoreEviction slowStores;
  final LeaderPlacement placement;

  SmallCluster(Path folder) throws IOException {
    state = new ClusterState(clock, CONFIG, new PdDisk(folder));
    operators = new Operators(state, new RegionStreams(), clock, silent(clock));
    slowStores = new SlowStoreEviction(state, clock, silent(clock));
    placement = new LeaderPlacement(state, operators, slowStores);
  }

  static ServerLog silent(Clock clock) {
    return new ServerLog(
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), clock);
  }

  /** Stores 1 to 3, of which all were just heard. */
  SmallCluster withStores() {
    state.bootstrap(store(1), region(2, "", "", 1));
    state.put(store(2));
    state.put(store(3));
    hear(1, 2, 3);
    return this;
  }

  static Store store(long id) {
    return Store.newBuilder().setId(id).setAddress("tikv-" + id + ":20160").build();
  }

  static Region region(long id, String start, String end, long version) {
    Region.Builder region =
        Region.newBuilder()
            .setId(id)
            .setStartKey(ByteString.copyFromUtf8(start))
            .setEndKey(ByteString.copyFromUtf8(end))
            .setRegionEpoch(RegionEpoch.newBuilder().setConfVer(5).setVersion(version));
    for (long store = 1; store <= 3; store++) {
      region.addPeers(Peer.newBuilder().setId(10 * id + store).setStoreId(store));
    }
    return region.build();
  }

  void hear(long... stores) {
    for (long store : stores) {
      hearSlow(store, 1);
    }
  }

  void hearSlow(long store, int score) {
    state.heard(StoreStats.newBuilder().setStoreId(store).setSlowScore(score).build());
  }

  /** Regions of a letter each, led by these stores. */
  void led(long... leaders) {
    for (int i = 0; i < leaders.length; i++) {
      led(region(100 + i, letter(i), letter(i + 1), 5), leaders[i]);
    }
  }

  private static String letter(int i) {
    return String.valueOf((char) ('a' + i));
  }

  void led(Region region, long leader, Long... pending) {
    RegionHeartbeatRequest.Builder heartbeat =
        RegionHeartbeatRequest.newBuilder()
            .setRegion(region)
            .setTerm(7)
            .setLeader(Peer.newBuilder().setId(10 * region.getId() + leader).setStoreId(leader));
    for (long store : pending) {
      heartbeat.addPendingPeers(
          Peer.newBuilder().setId(10 * region.getId() + store).setStoreId(store));
    }
    state.heard(heartbeat.build());
  }

  /** Of every transfer that was ordered the store it goes to. */
  List<Long> transfersTo() {
    List<Long> stores = new ArrayList<>();
    state.regions().forEach(r -> operators.leaderToBe(r.id()).ifPresent(stores::add));
    return stores;
  }
}
