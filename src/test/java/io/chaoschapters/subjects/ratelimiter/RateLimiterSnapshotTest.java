package io.chaoschapters.subjects.ratelimiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subjects.ratelimiter.service.FailMode;
import io.chaoschapters.subjects.ratelimiter.service.KeyState;
import io.chaoschapters.subjects.ratelimiter.service.LimitMode;
import io.chaoschapters.subjects.ratelimiter.service.NodeState;
import io.chaoschapters.subjects.ratelimiter.service.SyncPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterSnapshotTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final DemoKey key = DemoKey.at(NOW, 1);
  private final RateLimiterCluster.Setting setting =
      new RateLimiterCluster.Setting(
          key,
          new RateLimiterConfiguration("batched", "idempotent", "open", Duration.ofSeconds(1), 500),
          new ClientTally(),
          Map.of("node-1", "first"));
  private final AtomicLong shared = new AtomicLong();
  private final AtomicInteger readings = new AtomicInteger();

  @Test
  void reportedBetweenTheStoreAndTheNode_isNoDifference() {
    shared.set(361);

    Reading difference = difference(() -> shared.set(364));

    assertThat(difference.value()).isZero();
  }

  @Test
  void lostByTheStore_isADifference() {
    shared.set(361);

    assertThat(difference(() -> {}).value()).isEqualTo(-3);
  }

  @Test
  void countsThatAgree_areReadOnce() {
    shared.set(364);

    assertThat(difference(() -> {}).value()).isZero();
    assertThat(readings).hasValue(1);
  }

  /** What is seen of a node that has nothing pending, after something happened to the store. */
  private Reading difference(Runnable afterTheFirstReading) {
    return RateLimiterSnapshot.look(
            setting,
            () -> List.of(CompletableFuture.completedFuture(synchronised(364))),
            () -> {
              StoreReading seen = new StoreReading(Health.SERVING, shared.get(), 0.001);
              if (readings.incrementAndGet() == 1) {
                afterTheFirstReading.run();
              }
              return seen;
            })
        .facts()
        .get(RateLimiterSignals.COUNT_DIFFERENCE);
  }

  private NodeProbe synchronised(long admitted) {
    long now = NOW.toEpochMilli();
    long window = key.window().toMillis();
    KeyState counted =
        new KeyState(
            key.name(), true, 500, window, 1, now, admitted, 0, 0, admitted, 0, 0, now, 1, 0, 0);
    NodeState state =
        new NodeState(
            "node-1",
            "first",
            now,
            LimitMode.BATCHED,
            SyncPolicy.IDEMPOTENT,
            FailMode.OPEN,
            1000,
            true,
            now,
            1L,
            0L,
            null,
            List.of(counted));
    return new NodeProbe(Health.SERVING, state);
  }
}
