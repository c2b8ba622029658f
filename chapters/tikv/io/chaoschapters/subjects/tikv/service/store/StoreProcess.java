package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.HttpService;
import io.chaoschapters.subjects.tikv.service.HttpService.Answer;
import io.chaoschapters.subjects.tikv.service.Repeated;
import io.chaoschapters.subjects.tikv.service.Rpc;
import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.grpc.server.GrpcServices;
import org.apache.ratis.thirdparty.io.grpc.ServerServiceDefinition;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyServerBuilder;
import org.apache.ratis.util.ExitUtils;
import org.jspecify.annotations.Nullable;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.Metapb.Store;

/** The parts of a store, put together. */
final class StoreProcess implements AutoCloseable {
  private static final Duration FLUSH_EVERY = Duration.ofSeconds(10);
  private static final Duration LIFE_EVERY = Duration.ofSeconds(1);
  private static final Duration MERGE_EVERY = Duration.ofMillis(200);
  private static final ServerLog LOG = new ServerLog();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "store-tick"));
  private final StoreMetrics metrics = new StoreMetrics();
  private final StoreConfig config;
  private final StoreAddress clients;
  private final Path folder;
  private final PdSession pd;
  private final long startSeconds;
  private final StoreDirectory stores;
  private final SlowScore score;
  private final DiskInspection inspection;
  private @Nullable RaftStore store;
  private @Nullable Heartbeats heartbeats;
  private @Nullable PeerConnections connections;

  /** What the store says of itself, by its id and the time of its start. */
  interface Description {
    Store of(long id, long startSeconds);
  }

  StoreProcess(
      StoreConfig config, StoreAddress clients, Path folder, PdSession pd, long startSeconds) {
    this.config = config;
    this.clients = clients;
    this.folder = folder;
    this.pd = pd;
    this.startSeconds = startSeconds;
    this.stores = new StoreDirectory(pd::stores);
    this.score = new SlowScore(config.inspectInterval());
    this.inspection = new DiskInspection(folder, score);
  }

  /** Joins the cluster, and returns the status port, which is not served yet. */
  HttpService start(
      Bootstrap bootstrap, long clusterId, Description self, StoreAddress status, Answer notFound)
      throws IOException {
    long id = bootstrap.identify(clusterId);
    RaftStore raft =
        new RaftStore(
            id, config, clients.host(), clients.port(), folder, stores, this::serve, this::changed);
    store = raft;
    Optional<Region> first = bootstrap.begin(id, i -> self.of(i, startSeconds));
    first.ifPresent(raft::begin);
    pd.putStore(self.of(id, startSeconds));
    LOG.info("node.rs", "put store to PD", "store_id", id);
    raft.start();
    LOG.info("store.rs", "start store", "store_id", id, "region_count", raft.replicas().size());
    Disk disk = new Disk(folder);
    StoreReports reports = new StoreReports(raft, disk, score, startSeconds);
    PdOrders orders = new PdOrders(raft, pd, this::changed);
    Heartbeats beats =
        new Heartbeats(pd, config, reports::stats, reports::regions, orders::receive);
    heartbeats = beats;
    connections = new PeerConnections(() -> raft, stores, config, metrics);
    metrics.measure(new LiveStore(raft, disk, score, beats), config.unpersistedLogLimit() > 0);
    HttpService http = new HttpService(status.host(), status.port(), Map.of(), notFound);
    new StatusEndpoints(raft, metrics, beats, inspection).addTo(http);
    run(raft);
    return http;
  }

  private void run(RaftStore raft) {
    inspection.start();
    if (heartbeats != null && connections != null) {
      heartbeats.start();
      connections.start();
    }
    new Repeated(clock, LOG)
        .every(
            FLUSH_EVERY,
            FLUSH_EVERY,
            "collecting metrics",
            () -> metrics.flush(raft.led().size(), raft.replicas().size()))
        .every(MERGE_EVERY, MERGE_EVERY, "merging", raft::tick)
        .every(LIFE_EVERY, LIFE_EVERY, "looking after Raft", StoreProcess::endIfRaftHas);
  }

  /** Raft gives up when it can do nothing more, such as on a disk that cannot be written to. */
  private static void endIfRaftHas() {
    if (ExitUtils.isTerminated()) {
      LOG.fatal("store.rs", "Raft has ended", "err", ExitUtils.getFirstExitException());
      System.exit(1);
    }
  }

  private void changed() {
    Heartbeats told = heartbeats;
    if (told != null) {
      told.changed();
    }
  }

  private RaftStore raft() {
    if (store == null) {
      throw new IllegalStateException("The store has not started.");
    }
    return store;
  }

  /** Clients, other stores and Ratis share a port. TiKV answers any number of pings. */
  private NettyServerBuilder serve(NettyServerBuilder builder, EnumSet<GrpcServices.Type> types) {
    ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(StoreMethods.SERVICE);
    new RawService(this::raft, metrics).methods().forEach(service::addMethod);
    service.addMethod(PeerService.batchRaft(metrics));
    return builder
        .addService(service.build())
        .addService(PeerService.joins(this::raft))
        .addService(Rpc.health())
        .permitKeepAliveTime(1, TimeUnit.MILLISECONDS)
        .permitKeepAliveWithoutCalls(true);
  }

  @Override
  public void close() {
    for (AutoCloseable part : parts()) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("server.rs", "a part did not stop", "err", e);
      }
    }
  }

  private List<AutoCloseable> parts() {
    List<AutoCloseable> parts = new ArrayList<>();
    parts.add(clock::shutdownNow);
    parts.add(inspection);
    if (connections != null) {
      parts.add(connections);
    }
    if (heartbeats != null) {
      parts.add(heartbeats);
    }
    if (store != null) {
      parts.add(store);
    }
    parts.add(pd);
    return parts;
  }
}
