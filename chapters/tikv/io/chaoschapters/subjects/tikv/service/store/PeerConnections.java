package io.chaoschapters.subjects.tikv.service.store;

import eraftpb.Eraftpb.Message;
import eraftpb.Eraftpb.MessageType;
import io.chaoschapters.subjects.tikv.service.Repeated;
import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.apache.ratis.thirdparty.io.grpc.StatusRuntimeException;
import org.tikv.kvproto.Metapb.Peer;
import org.tikv.kvproto.Metapb.Store;
import org.tikv.kvproto.RaftServerpb.RaftMessage;

/**
 * Connections to all other stores. Beside Ratis' own traffic, every leader here sends each of its
 * copies a heartbeat every two ticks, as TiKV's leaders do: what cannot be delivered of these is
 * what TiKV's counter tells.
 */
final class PeerConnections implements AutoCloseable {
  private static final int HEARTBEAT_TICKS = 2;
  private static final Duration LOOK_FOR_STORES_EVERY = Duration.ofSeconds(1);
  private static final ServerLog LOG = new ServerLog();

  private final Map<Long, PeerConnection> connections = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(2, task -> new Thread(task, "raft-client"));
  private final Supplier<RaftStore> store;
  private final StoreDirectory directory;
  private final StoreConfig config;
  private final StoreMetrics metrics;

  PeerConnections(
      Supplier<RaftStore> store,
      StoreDirectory directory,
      StoreConfig config,
      StoreMetrics metrics) {
    this.store = store;
    this.directory = directory;
    this.config = config;
    this.metrics = metrics;
  }

  void start() {
    new Repeated(clock, LOG)
        .every(Duration.ZERO, LOOK_FOR_STORES_EVERY, "looking for stores", this::connect)
        .every(
            Duration.ZERO,
            config.tick().multipliedBy(HEARTBEAT_TICKS),
            "heartbeats of leaders",
            this::beat);
  }

  private void connect() {
    try {
      directory.refresh();
    } catch (StatusRuntimeException e) {
      metrics.storesUnresolved();
      return;
    }
    for (Store other : directory.known().values()) {
      PeerConnection known = connections.get(other.getId());
      boolean isSelf = other.getId() == store.get().storeId();
      if (!isSelf && (known == null || !known.address().equals(other.getAddress()))) {
        Optional.ofNullable(known).ifPresent(PeerConnection::close);
        connect(other);
      }
    }
  }

  private void connect(Store other) {
    long id = other.getId();
    PeerConnection connection = new PeerConnection(id, other.getAddress(), config, metrics);
    connections.put(id, connection);
    Thread thread = new Thread(connection, "raft-stream-" + id);
    thread.setDaemon(true);
    thread.start();
  }

  private void beat() {
    for (RegionReplica replica : store.get().led()) {
      replica
          .self()
          .ifPresent(
              leader ->
                  replica.region().getPeersList().stream()
                      .filter(peer -> peer.getStoreId() != leader.getStoreId())
                      .forEach(peer -> send(replica, leader, peer)));
    }
  }

  private void send(RegionReplica replica, Peer leader, Peer to) {
    PeerConnection connection = connections.get(to.getStoreId());
    if (connection != null) {
      connection.send(
          RaftMessage.newBuilder()
              .setRegionId(replica.region().getId())
              .setRegionEpoch(replica.region().getRegionEpoch())
              .setFromPeer(leader)
              .setToPeer(to)
              .setMessage(
                  Message.newBuilder()
                      .setMsgType(MessageType.MsgHeartbeat)
                      .setTerm(replica.raft().getCurrentTerm())
                      .setFrom(leader.getId())
                      .setTo(to.getId()))
              .build());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    connections.values().forEach(PeerConnection::close);
  }
}
