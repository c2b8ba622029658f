package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.Messages.RegionHeartbeat;
import io.chaoschapters.subjects.tikv.service.Messages.Registration;
import io.chaoschapters.subjects.tikv.service.Messages.StoreHeartbeat;
import io.chaoschapters.subjects.tikv.service.Messages.Transfer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the placement driver informed, and does what it orders. */
final class Heartbeats implements AutoCloseable {
  private static final long STORE_EVERY_MILLIS = 2_000;
  private static final long REGIONS_EVERY_MILLIS = 1_000;
  private static final long AFTER_A_CHANGE_MILLIS = 50;
  private static final Logger LOG = LoggerFactory.getLogger("tikv.heartbeat");

  private final Instant start = Instant.now();
  private final AtomicBoolean soon = new AtomicBoolean();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "heartbeats"));
  private final PdLink pd;
  private final Registration self;
  private final long storeId;
  private final RaftStore store;
  private final Disk disk;
  private volatile long mutedUntilNanos = System.nanoTime();
  private boolean reachable = true;

  Heartbeats(PdLink pd, Registration self, long storeId, RaftStore store, Disk disk) {
    this.pd = pd;
    this.self = self;
    this.storeId = storeId;
    this.store = store;
    this.disk = disk;
  }

  void start() {
    clock.scheduleWithFixedDelay(
        () -> attempt(this::tellStore), 0, STORE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    clock.scheduleWithFixedDelay(
        () -> attempt(this::tellRegions), 0, REGIONS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A region has another leader: the placement driver hears of it at once. */
  void leaderChanged() {
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
        LOG.debug("the store ends, nobody is told of its leaders any more", e);
      }
    }
  }

  /** Tells the placement driver nothing for a while, as when the way to it is cut. */
  void mute(Duration duration) {
    mutedUntilNanos = System.nanoTime() + duration.toNanos();
    LOG.warn("the way to the placement driver is cut for {} ms", duration.toMillis());
  }

  private boolean isMuted() {
    return System.nanoTime() - mutedUntilNanos < 0;
  }

  /** Something that needs the placement driver. */
  private interface Exchange {
    void run() throws IOException;
  }

  private void attempt(Exchange exchange) {
    if (isMuted()) {
      return;
    }
    try {
      if (!reachable) {
        // It may have been started anew, and then it knows nobody.
        pd.tryRegister(self);
      }
      exchange.run();
      if (!reachable) {
        LOG.info("the placement driver answers again");
      }
      reachable = true;
    } catch (IOException | RuntimeException e) {
      if (reachable) {
        LOG.warn("the placement driver was not reached: {}", e.toString());
      }
      reachable = false;
    }
  }

  private void tellStore() throws IOException {
    pd.heartbeat(
        new StoreHeartbeat(
            storeId,
            disk.capacity(),
            disk.available(),
            store.bytes(),
            store.regions(),
            store.leaders(),
            start));
  }

  private void tellRegions() throws IOException {
    var orders = pd.heartbeat(new RegionHeartbeat(storeId, store.led()));
    if (orders.isPresent()) {
      for (Transfer transfer : orders.get().transfers()) {
        handOver(transfer);
      }
    }
  }

  private void handOver(Transfer transfer) throws IOException {
    store
        .transfer(transfer.regionId(), transfer.toStore())
        .whenComplete(
            (done, failure) -> {
              if (failure == null && done) {
                LOG.info("handed region {} over", transfer.regionId());
              } else if (failure != null) {
                LOG.info("region {} could not be handed over: {}", transfer.regionId(), failure);
              }
            });
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
