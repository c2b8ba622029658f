package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.ratis.thirdparty.io.grpc.StatusRuntimeException;
import org.apache.ratis.thirdparty.io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;
import org.tikv.kvproto.Pdpb.RegionHeartbeatRequest;
import org.tikv.kvproto.Pdpb.RegionHeartbeatResponse;
import org.tikv.kvproto.Pdpb.StoreStats;

/** Keeps the placement driver informed, and passes on what it orders. */
final class Heartbeats implements AutoCloseable {
  private static final long AFTER_A_CHANGE_MILLIS = 20;
  private static final ServerLog LOG = new ServerLog();

  private final AtomicBoolean soon = new AtomicBoolean();
  private final AtomicLong reconnects = new AtomicLong();
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(2, task -> new Thread(task, "heartbeats"));
  private final PdSession pd;
  private final StoreConfig config;
  private final Supplier<StoreStats> stats;
  private final Supplier<Iterable<RegionHeartbeatRequest>> regions;
  private final Consumer<RegionHeartbeatResponse> orders;
  private volatile long mutedUntilNanos = System.nanoTime();
  private @Nullable StreamObserver<RegionHeartbeatRequest> stream;
  private boolean reachable = true;

  /**
   * @param stats what the store tells of itself
   * @param regions what its leaders tell
   * @param orders gets what the placement driver orders
   */
  Heartbeats(
      PdSession pd,
      StoreConfig config,
      Supplier<StoreStats> stats,
      Supplier<Iterable<RegionHeartbeatRequest>> regions,
      Consumer<RegionHeartbeatResponse> orders) {
    this.pd = pd;
    this.config = config;
    this.stats = stats;
    this.regions = regions;
    this.orders = orders;
  }

  void start() {
    every(config.storeHeartbeat(), () -> pd.heartbeat(stats.get()));
    every(config.regionHeartbeat(), this::tellRegions);
  }

  private void every(Duration period, Runnable task) {
    clock.scheduleWithFixedDelay(() -> attempt(task), 0, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A region has another leader, or other bounds: the placement driver hears of it at once. */
  void changed() {
    if (soon.compareAndSet(false, true)) {
      try {
        clock.schedule(
            () -> {
              soon.set(false);
              attempt(this::tellRegions);
            },
            AFTER_A_CHANGE_MILLIS,
            TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        LOG.info("pd.rs", "the store ends, leaders are told no more");
      }
    }
  }

  /** Tells the placement driver nothing for a while, as when the way to it is cut. */
  void mute(Duration duration) {
    mutedUntilNanos = System.nanoTime() + duration.toNanos();
    LOG.warn("pd.rs", "the way to PD is cut", "for_ms", duration.toMillis());
  }

  private boolean isMuted() {
    return System.nanoTime() - mutedUntilNanos < 0;
  }

  /** How often the way to the placement driver had to be found anew. */
  long reconnects() {
    return reconnects.get();
  }

  private void attempt(Runnable task) {
    if (isMuted()) {
      return;
    }
    try {
      task.run();
      note(true, "");
    } catch (StatusRuntimeException e) {
      note(false, e.getStatus().toString());
    } catch (RuntimeException e) {
      note(false, e.toString());
    }
  }

  private synchronized void note(boolean now, String why) {
    if (!now) {
      reconnects.incrementAndGet();
      stream = null;
    }
    if (now && !reachable) {
      LOG.info("util.rs", "heartbeat sender and receiver are refreshed");
    } else if (!now && reachable) {
      LOG.warn("util.rs", "request failed, retry", "err", why);
    }
    reachable = now;
  }

  private synchronized void tellRegions() {
    StreamObserver<RegionHeartbeatRequest> told = stream;
    if (told == null) {
      told = pd.regionHeartbeats(new Orders());
      stream = told;
    }
    for (RegionHeartbeatRequest region : regions.get()) {
      told.onNext(region);
    }
  }

  private synchronized void forget() {
    stream = null;
  }

  private final class Orders implements StreamObserver<RegionHeartbeatResponse> {
    @Override
    public void onNext(RegionHeartbeatResponse order) {
      if (!isMuted()) {
        orders.accept(order);
      }
    }

    @Override
    public void onError(Throwable broken) {
      forget();
    }

    @Override
    public void onCompleted() {
      forget();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
