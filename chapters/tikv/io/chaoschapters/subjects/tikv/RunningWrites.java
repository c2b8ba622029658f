package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.RunningLoad;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One client for each region, with one write under way at a time: a region that does not answer
 * holds its own client up and no other.
 */
final class RunningWrites implements RunningLoad {
  private static final Duration MARGIN = Duration.ofSeconds(2);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("writes"));
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private final KeyValueClient client;
  private final WriteLedger ledger;
  private final Duration deadline;
  private volatile boolean closed;

  RunningWrites(
      KeyValueClient client,
      List<KeyRange> ranges,
      WriteLedger ledger,
      double ratePerSecond,
      Duration deadline) {
    this.client = client;
    this.ledger = ledger;
    this.deadline = deadline;
    long period = Math.round(TimeUnit.SECONDS.toNanos(1) * ranges.size() / ratePerSecond);
    long stagger = period / ranges.size();
    for (int i = 0; i < ranges.size(); i++) {
      KeyRange range = ranges.get(i);
      AtomicBoolean busy = new AtomicBoolean();
      clock.scheduleAtFixedRate(
          () -> write(range, busy), i * stagger, period, TimeUnit.NANOSECONDS);
    }
  }

  private void write(KeyRange range, AtomicBoolean busy) {
    if (closed || !busy.compareAndSet(false, true)) {
      return;
    }
    underWay.incrementAndGet();
    int number = numbers.incrementAndGet();
    String key = range.key(ledger.name() + "-" + number);
    String value = "value-" + number;
    ledger.begins(range.regionId(), System.nanoTime());
    client
        .put(key, value, deadline)
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                ledger.acknowledged(range.regionId(), key, value, System.nanoTime());
              } else {
                ledger.unanswered();
              }
              busy.set(false);
              underWay.decrementAndGet();
            });
  }

  @Override
  public Map<String, Long> outcomes() {
    return ledger.outcomes(System.nanoTime());
  }

  @Override
  public void close() {
    closed = true;
    clock.shutdownNow();
    Wait.atMost("answers to the last writes", deadline.plus(MARGIN))
        .until(
            () ->
                clock.isTerminated() && underWay.get() == 0
                    ? Progress.reached()
                    : Progress.notYet(underWay.get() + " under way"));
    ledger.clientsGone(System.nanoTime());
  }
}
