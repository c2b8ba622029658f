package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.Messages.Assignment;
import io.chaoschapters.subjects.tikv.service.Messages.LedRegion;
import io.chaoschapters.subjects.tikv.service.Messages.RegionEntry;
import io.chaoschapters.subjects.tikv.service.Messages.SilentPeer;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.proto.RaftProtos.ServerRpcProto;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.GroupManagementRequest;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.TransferLeadershipRequest;
import org.apache.ratis.rpc.CallId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage;

/** The Raft groups of one store. */
final class RaftStore implements AutoCloseable {
  private static final long TRANSFER_MILLIS = 2_000;
  private static final long FRESH_MILLIS = 1_000;

  private final ClientId self = ClientId.randomId();
  private final RaftServer server;
  private final Assignment assignment;

  RaftStore(
      Assignment assignment,
      String host,
      int port,
      Path folder,
      StoreMetrics metrics,
      Runnable leaderChanged)
      throws IOException {
    this.assignment = assignment;
    this.server =
        RaftServer.newBuilder()
            .setServerId(RaftPeerId.valueOf(Long.toString(assignment.id())))
            .setProperties(RaftSettings.of(host, port, folder))
            .setStateMachineRegistry(group -> new KeyValueMachine(metrics, leaderChanged))
            // What an earlier run of this store wrote is kept.
            .setOption(RaftStorage.StartupOption.RECOVER)
            .build();
  }

  /** Starts the groups that are on the disk, then joins those that are not. */
  void start() throws IOException {
    server.start();
    Set<RaftGroupId> known = new HashSet<>();
    server.getGroupIds().forEach(known::add);
    List<RaftPeer> peers =
        assignment.stores().stream()
            .map(store -> StandInGroups.peer(Long.toString(store.id()), store.address()))
            .toList();
    for (RegionEntry region : assignment.regions()) {
      RaftGroupId id = StandInGroups.group(region.id());
      if (!known.contains(id)) {
        server.groupManagement(
            GroupManagementRequest.newAdd(
                self, server.getId(), CallId.getAndIncrement(), RaftGroup.valueOf(id, peers)));
      }
    }
  }

  int regions() {
    return assignment.regions().size();
  }

  int leaders() {
    return (int) assignment.regions().stream().map(this::division).filter(RaftStore::leads).count();
  }

  private static boolean leads(RaftServer.Division division) {
    return division.getInfo().isLeader() && division.getInfo().isLeaderReady();
  }

  private RaftServer.Division division(RegionEntry region) {
    return division(region.id());
  }

  private RaftServer.Division division(long regionId) {
    try {
      return server.getDivision(StandInGroups.group(regionId));
    } catch (IOException e) {
      throw new IllegalStateException(
          RootLocale.format("Region %d is not on this store.", regionId), e);
    }
  }

  /** Bytes of keys and values in all regions. */
  long bytes() {
    return assignment.regions().stream().mapToLong(r -> machine(division(r)).bytes()).sum();
  }

  private static KeyValueMachine machine(RaftServer.Division division) {
    return (KeyValueMachine) division.getStateMachine();
  }

  /** The regions that this store leads. */
  List<LedRegion> led() {
    List<LedRegion> led = new ArrayList<>();
    for (RegionEntry region : assignment.regions()) {
      RaftServer.Division division = division(region);
      if (leads(division)) {
        KeyValueMachine machine = machine(division);
        led.add(
            new LedRegion(
                region.id(),
                division.getInfo().getCurrentTerm(),
                machine.bytes(),
                machine.keys(),
                silent(division)));
      }
    }
    return led;
  }

  private static List<SilentPeer> silent(RaftServer.Division division) {
    return followers(division).stream()
        .filter(follower -> follower.getLastRpcElapsedTimeMs() > FRESH_MILLIS)
        .map(
            follower ->
                new SilentPeer(
                    Long.parseLong(follower.getId().getId().toStringUtf8()),
                    TimeUnit.MILLISECONDS.toSeconds(follower.getLastRpcElapsedTimeMs())))
        .toList();
  }

  private static List<ServerRpcProto> followers(RaftServer.Division division) {
    return division.getInfo().getRoleInfoProto().getLeaderInfo().getFollowerInfoList();
  }

  /**
   * Hands a region over, if this store leads it and the other one answers; a leader that waits for
   * a dead store would serve nobody meanwhile.
   *
   * @return false when there was nothing to hand over; ends exceptionally when it did not work
   */
  CompletableFuture<Boolean> transfer(long regionId, long toStore) throws IOException {
    RaftServer.Division division = division(regionId);
    boolean possible =
        leads(division)
            && followers(division).size() > 0
            && silent(division).stream().noneMatch(peer -> peer.storeId() == toStore);
    if (!possible) {
      return CompletableFuture.completedFuture(false);
    }
    return server
        .transferLeadershipAsync(
            new TransferLeadershipRequest(
                self,
                server.getId(),
                StandInGroups.group(regionId),
                CallId.getAndIncrement(),
                RaftPeerId.valueOf(Long.toString(toStore)),
                TRANSFER_MILLIS))
        .thenApply(RaftClientReply::isSuccess);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
