package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.Repeated;
import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;

/** Writes to the store's disk now and then, forces it, and takes the time. */
final class DiskInspection implements AutoCloseable {
  private static final Duration WRITE_EVERY = Duration.ofMillis(500);
  private static final int WRITES_A_ROUND = 6;
  private static final ServerLog LOG = new ServerLog();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "inspector"));
  private final Path file;
  private final SlowScore score;
  private volatile long slowerUntilNanos = System.nanoTime();
  private volatile Duration slowerBy = Duration.ZERO;
  private long round;
  private long roundBeganNanos = System.nanoTime();

  DiskInspection(Path folder, SlowScore score) {
    this.file = folder.resolve("inspection");
    this.score = score;
  }

  void start() {
    new Repeated(clock, LOG).every(WRITE_EVERY, WRITE_EVERY, "inspecting the disk", this::inspect);
  }

  /** Makes every such write take longer for a while, as on a disk that is worn out. */
  void slowDown(Duration by, Duration time) {
    slowerBy = by;
    slowerUntilNanos = System.nanoTime() + time.toNanos();
  }

  private void inspect() {
    long began = System.nanoTime();
    try {
      write(began);
    } catch (IOException e) {
      LOG.error("inspector.rs", "the disk cannot be written to", "err", e);
    }
    long now = System.nanoTime();
    score.record(Duration.ofNanos(now - began));
    round++;
    if (round % WRITES_A_ROUND == 0) {
      score.update(Duration.ofNanos(now - roundBeganNanos));
      roundBeganNanos = now;
    }
  }

  private void write(long began) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1}));
      channel.force(true);
    }
    if (began - slowerUntilNanos < 0) {
      LockSupport.parkNanos(slowerBy.toNanos());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
