package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.Rpc;
import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.thirdparty.io.grpc.CallOptions;
import org.apache.ratis.thirdparty.io.grpc.ConnectivityState;
import org.apache.ratis.thirdparty.io.grpc.ManagedChannel;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyChannelBuilder;
import org.apache.ratis.thirdparty.io.grpc.stub.ClientCalls;
import org.apache.ratis.thirdparty.io.grpc.stub.StreamObserver;
import org.tikv.kvproto.RaftServerpb.Done;
import org.tikv.kvproto.RaftServerpb.RaftMessage;
import org.tikv.kvproto.Tikvpb.BatchRaftMessage;

/**
 * A connection to another store, kept as TiKV's Raft client keeps its own. When it breaks, that
 * counts as one message that could not be delivered; then it is tried again, and each time that
 * fails, everything that has queued up meanwhile counts in one step.
 */
final class PeerConnection implements Runnable, AutoCloseable {
  private static final long SEND_EVERY_MILLIS = 50;
  private static final int CAPACITY = 8_192;
  private static final ServerLog LOG = new ServerLog();

  private final BlockingQueue<RaftMessage> queue = new LinkedBlockingQueue<>(CAPACITY);
  private final long storeId;
  private final String address;
  private final StoreConfig config;
  private final Counters counters;
  private volatile ManagedChannel channel;
  private volatile boolean closed;

  /** What is counted. */
  interface Counters {
    /** The other store's address was looked up. */
    void resolved();

    /** So many messages more could not be delivered to it. */
    void undelivered(long store, int messages);
  }

  /** Connects when it is run. */
  PeerConnection(long storeId, String address, StoreConfig config, Counters counters) {
    this.storeId = storeId;
    this.address = address;
    this.config = config;
    this.counters = counters;
    this.channel = open(address);
  }

  private static ManagedChannel open(String address) {
    return NettyChannelBuilder.forTarget(address).usePlaintext().build();
  }

  String address() {
    return address;
  }

  /** Queues a message; the oldest is lost when there is no room. */
  void send(RaftMessage message) {
    if (!queue.offer(message)) {
      queue.poll();
      queue.offer(message);
    }
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        counters.resolved();
        if (isConnected()) {
          LOG.info("raft_client.rs", "connection established", "addr", address);
          talk();
        } else if (!closed) {
          LOG.warn("raft_client.rs", "wait connect timeout", "addr", address, "store_id", storeId);
          counters.undelivered(storeId, drain().size());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<RaftMessage> drain() {
    List<RaftMessage> waiting = new ArrayList<>();
    queue.drainTo(waiting);
    return waiting;
  }

  /** Waits until there is a connection; false when there is none for as long as TiKV would wait. */
  private boolean isConnected() throws InterruptedException {
    long endNanos = System.nanoTime() + config.clientMaxBackoff().toNanos();
    channel.resetConnectBackoff();
    while (!closed) {
      ConnectivityState state = channel.getState(true);
      if (state == ConnectivityState.READY) {
        return true;
      }
      long leftNanos = endNanos - System.nanoTime();
      if (leftNanos <= 0) {
        return false;
      }
      CountDownLatch changed = new CountDownLatch(1);
      channel.notifyWhenStateChanged(state, changed::countDown);
      changed.await(leftNanos, TimeUnit.NANOSECONDS);
    }
    return false;
  }

  /** Sends what is queued until the connection breaks. */
  private void talk() throws InterruptedException {
    CountDownLatch broken = new CountDownLatch(1);
    StreamObserver<BatchRaftMessage> stream =
        ClientCalls.asyncClientStreamingCall(
            channel.newCall(StoreMethods.BATCH_RAFT, CallOptions.DEFAULT), new Answer(broken));
    Watchdog watchdog = new Watchdog(channel, config.keepAlive().plus(config.keepAliveTimeout()));
    while (!broken.await(SEND_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      List<RaftMessage> waiting = drain();
      if (!waiting.isEmpty()) {
        stream.onNext(BatchRaftMessage.newBuilder().addAllMsgs(waiting).build());
      }
      if (!watchdog.isAlive()) {
        LOG.warn("raft_client.rs", "keepalive watchdog timeout", "addr", address);
        break;
      }
    }
    if (!closed) {
      LOG.warn("raft_client.rs", "connection abort", "addr", address, "store_id", storeId);
      LOG.info("store.rs", "broadcasting unreachable", "unreachable_store_id", storeId);
      counters.undelivered(storeId, 1);
      channel.shutdownNow();
      channel = open(address);
    }
  }

  /**
   * Whether anything comes back on a connection. gRPC's own keepalive would tell, but in Java it
   * asks no more than once in ten seconds.
   */
  private static final class Watchdog {
    private static final long ASK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final ManagedChannel channel;
    private final Duration patience;
    private volatile long heardNanos = System.nanoTime();
    private long askedNanos = heardNanos;

    Watchdog(ManagedChannel channel, Duration patience) {
      this.channel = channel;
      this.patience = patience;
    }

    boolean isAlive() {
      long now = System.nanoTime();
      boolean isAnswered = heardNanos - askedNanos >= 0;
      if (isAnswered && now - askedNanos > ASK_EVERY_NANOS) {
        askedNanos = now;
        Rpc.whenServing(channel, patience, () -> heardNanos = System.nanoTime());
      }
      return now - heardNanos < patience.toNanos();
    }
  }

  private record Answer(CountDownLatch broken) implements StreamObserver<Done> {
    @Override
    public void onNext(Done done) {
      broken.countDown();
    }

    @Override
    public void onError(Throwable failure) {
      broken.countDown();
    }

    @Override
    public void onCompleted() {
      broken.countDown();
    }
  }

  @Override
  public void close() {
    closed = true;
    channel.shutdownNow();
  }
}
