package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.Keys;
import io.chaoschapters.subjects.tikv.service.ServerLog;
import io.chaoschapters.subjects.tikv.service.store.RegionFiles.Beginning;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.grpc.server.GrpcServices;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.GroupManagementRequest;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.SetConfigurationRequest;
import org.apache.ratis.protocol.TransferLeadershipRequest;
import org.apache.ratis.rpc.CallId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.StateMachine;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.shade.com.google.protobuf.MessageLite;

/** The copies of regions on one store, each of them a member of a Raft group. */
final class RaftStore implements RegionEffects, AutoCloseable {
  private static final Duration TRANSFER_WITHIN = Duration.ofSeconds(2);

  private static final int WORKERS = 4;
  private static final ServerLog LOG = new ServerLog();

  private final ExecutorService worker =
      Executors.newFixedThreadPool(WORKERS, task -> new Thread(task, "regions"));
  private final ClientId self = ClientId.randomId();
  private final Map<Long, RegionMachine> machines = new ConcurrentHashMap<>();
  private final long storeId;
  private final RegionFiles files;
  private final StoreDirectory stores;
  private final Runnable leaderChanged;
  private final Mergers mergers;
  private final RaftServer server;

  /**
   * Prepares the store; it serves from {@link #start} on.
   *
   * @param services more gRPC services on the port of Raft
   * @param leaderChanged called when a copy here leads, or leads no more
   */
  RaftStore(
      long storeId,
      StoreConfig config,
      String host,
      int port,
      Path folder,
      StoreDirectory stores,
      GrpcServices.Customizer services,
      Runnable leaderChanged)
      throws IOException {
    this.storeId = storeId;
    this.stores = stores;
    this.leaderChanged = leaderChanged;
    this.files = new RegionFiles(folder.resolve("regions"));
    this.mergers = new Mergers(this);
    Parameters parameters = new Parameters();
    GrpcConfigKeys.Server.setServicesCustomizer(parameters, services);
    this.server =
        RaftServer.newBuilder()
            .setServerId(RaftPeerId.valueOf(Long.toString(storeId)))
            .setProperties(RaftSettings.of(host, port, folder.resolve("raft"), config))
            .setParameters(parameters)
            .setStateMachineRegistry(this::machine)
            // What an earlier run of this store wrote is kept.
            .setOption(RaftStorage.StartupOption.RECOVER)
            .build();
  }

  private StateMachine machine(RaftGroupId group) {
    long id = StandInGroups.regionId(group);
    Beginning beginning =
        files
            .load(id)
            .orElseThrow(
                () -> new IllegalStateException(RootLocale.format("There is no region %d.", id)));
    RegionMachine machine = new RegionMachine(beginning, this, leaderChanged);
    machines.put(id, machine);
    return machine;
  }

  long storeId() {
    return storeId;
  }

  /** Notes how a region begins that will be here; false when it was here before. */
  boolean begin(Region region) {
    return begin(new Part(region, new TreeMap<>(Keys.ORDER)));
  }

  private boolean begin(Part part) {
    if (files.knows(part.region().getId())) {
      return false;
    }
    files.begin(part.region(), part.values());
    return true;
  }

  /** Starts the groups that are on the disk, then those of which only the beginning is. */
  void start() throws IOException {
    server.start();
    Set<RaftGroupId> known = new HashSet<>();
    server.getGroupIds().forEach(known::add);
    for (Beginning beginning : files.all()) {
      if (!known.contains(StandInGroups.group(beginning.region().getId()))) {
        join(beginning.region());
      }
    }
  }

  /** Joins a region's group, as a first member or as one that its leader is about to add. */
  private void join(Region region) throws IOException {
    boolean first = region.getPeersList().stream().anyMatch(p -> p.getStoreId() == storeId);
    List<RaftPeer> peers =
        first ? region.getPeersList().stream().map(stores::raftPeer).toList() : List.of();
    RaftGroupId group = StandInGroups.group(region.getId());
    server.groupManagement(
        GroupManagementRequest.newAdd(
            self, server.getId(), CallId.getAndIncrement(), RaftGroup.valueOf(group, peers)));
    LOG.info("peer.rs", "create peer", "region_id", region.getId(), "store_id", storeId);
  }

  /** A leader on another store is about to add a copy here. */
  void receive(Region beginning) throws IOException {
    if (begin(beginning)) {
      join(beginning);
    }
  }

  /** How a region began that is here. */
  Optional<Beginning> beginning(long region) {
    return files.load(region);
  }

  /** Does something with a region, later. */
  void later(String what, ThrowingTask task) {
    try {
      worker.execute(
          () -> {
            try {
              task.run();
            } catch (IOException | RuntimeException e) {
              LOG.warn("store.rs", what + " failed", "err", e);
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.info("store.rs", "the store ends", "skipped", what);
    }
  }

  /** Something that may fail. */
  interface ThrowingTask {
    void run() throws IOException;
  }

  @Override
  public void split(List<Part> parts) {
    for (Part part : parts) {
      boolean here = part.region().getPeersList().stream().anyMatch(p -> p.getStoreId() == storeId);
      if (here && begin(part)) {
        later("create peer", () -> join(part.region()));
      }
    }
  }

  @Override
  public void merging(Region source, Region target) {
    // A copy that is behind may be told so after it has become a part of the other one.
    if (isHere(source.getId())) {
      mergers.begin(source, target);
    }
  }

  @Override
  public void absorbed(Region source) {
    mergers.end(source.getId());
    if (!isHere(source.getId())) {
      return;
    }
    files.bury(source);
    later(
        "destroy peer",
        () -> {
          if (machines.remove(source.getId()) != null) {
            server.groupManagement(
                GroupManagementRequest.newRemove(
                    self,
                    server.getId(),
                    CallId.getAndIncrement(),
                    StandInGroups.group(source.getId()),
                    true,
                    false));
          }
        });
  }

  /** Whether there is a copy of such a region, and it has not become a part of another one. */
  boolean isHere(long region) {
    return files.load(region).isPresent();
  }

  /** Whether another region waits to become a part of this one, which must stay as it is then. */
  boolean isMergeTarget(long region) {
    return mergers.isTarget(region);
  }

  /** Looks whether something that was begun must go on. */
  void tick() {
    mergers.run();
  }

  /** The copies here, each once. */
  List<RegionReplica> replicas() {
    List<RegionReplica> replicas = new ArrayList<>();
    machines.keySet().forEach(id -> replica(id).ifPresent(replicas::add));
    return replicas;
  }

  /** Empty when there is no copy of such a region, or when it is not ready. */
  Optional<RegionReplica> replica(long region) {
    RegionMachine machine = machines.get(region);
    if (machine == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RegionReplica(storeId, machine, server.getDivision(StandInGroups.group(region))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  List<RegionReplica> led() {
    return replicas().stream().filter(RegionReplica::leads).toList();
  }

  /** Has Raft agree on a command for a region, if this copy leads it. */
  CompletableFuture<RaftClientReply> write(long region, MessageLite command) {
    return submit(region, command, RaftClientRequest.writeRequestType());
  }

  /** Asks a region, if this copy leads it. */
  CompletableFuture<RaftClientReply> read(long region, MessageLite question) {
    return submit(region, question, RaftClientRequest.readRequestType());
  }

  private CompletableFuture<RaftClientReply> submit(
      long region, MessageLite content, RaftClientRequest.Type type) {
    Message message = RegionMachine.message(content);
    try {
      return server.submitClientRequestAsync(
          RaftClientRequest.newBuilder()
              .setClientId(self)
              .setServerId(server.getId())
              .setGroupId(StandInGroups.group(region))
              .setCallId(CallId.getAndIncrement())
              .setMessage(message)
              .setType(type)
              .build());
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Has Raft agree on who is in a region's group. */
  CompletableFuture<RaftClientReply> setPeers(long region, List<RaftPeer> peers)
      throws IOException {
    return server.setConfigurationAsync(
        new SetConfigurationRequest(
            self, server.getId(), StandInGroups.group(region), CallId.getAndIncrement(), peers));
  }

  /** Gives a region's leadership up, so that whoever leads next begins afresh. */
  void stepDown(long region) throws IOException {
    server.transferLeadershipAsync(
        new TransferLeadershipRequest(
            self,
            server.getId(),
            StandInGroups.group(region),
            CallId.getAndIncrement(),
            null,
            TRANSFER_WITHIN.toMillis()));
  }

  /** Hands a region over. */
  CompletableFuture<RaftClientReply> transfer(long region, long toStore) throws IOException {
    return server.transferLeadershipAsync(
        new TransferLeadershipRequest(
            self,
            server.getId(),
            StandInGroups.group(region),
            CallId.getAndIncrement(),
            RaftPeerId.valueOf(Long.toString(toStore)),
            TRANSFER_WITHIN.toMillis()));
  }

  StoreDirectory stores() {
    return stores;
  }

  /** Bytes of keys and values in all regions. */
  long bytes() {
    return machines.values().stream().mapToLong(machine -> machine.state().bytes()).sum();
  }

  @Override
  public void close() {
    worker.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
