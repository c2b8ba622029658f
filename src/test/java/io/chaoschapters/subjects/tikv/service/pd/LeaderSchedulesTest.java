package io.chaoschapters.subjects.tikv.service.pd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderSchedulesTest {
  @TempDir Path folder;
  private SmallCluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = new SmallCluster(folder).withStores();
  }

  private void balance() {
    new LeaderBalance(
            cluster.state, cluster.operators, cluster.placement, SmallCluster.CONFIG, cluster.clock)
        .run();
  }

  private void evict() {
    new LeaderEviction(cluster.state, cluster.operators, cluster.placement, cluster.clock).run();
  }

  /** PD bothers only about differences beyond twice its tolerance. */
  @Test
  void differenceOfTwo_isLeftAlone() {
    cluster.led(1, 1, 1, 1, 2, 2, 2, 3, 3);
    balance();

    assertThat(cluster.transfersTo()).isEmpty();
  }

  @Test
  void oneStoreLeadsAll_givesToTheOthers() {
    cluster.led(1, 1, 1, 1, 1, 1);
    balance();

    assertThat(cluster.transfersTo()).contains(2L, 3L).doesNotContain(1L).hasSizeBetween(2, 4);
  }

  /** Twenty seconds long a store that died is Up, and looks as if it had too little to do. */
  @Test
  void deadStoreThatIsStillUp_isOrderedToLead() {
    cluster.clock.advance(Duration.ofSeconds(19));
    cluster.hear(1, 2);
    cluster.led(1, 1, 1, 1, 2, 2, 2, 2);
    balance();

    assertThat(cluster.transfersTo()).isNotEmpty().containsOnly(3L);
  }

  @Test
  void disconnectedStore_isNot() {
    cluster.clock.advance(Duration.ofSeconds(21));
    cluster.hear(1, 2);
    cluster.led(1, 1, 1, 1, 2, 2, 2, 2);
    balance();

    assertThat(cluster.transfersTo()).isEmpty();
  }

  @Test
  void copyThatIsPending_isNotOrderedToLead() {
    for (int i = 0; i < 8; i++) {
      cluster.led(SmallCluster.region(200 + i, "k" + i, "k" + (i + 1), 5), 1 + i % 2, 3L);
    }
    balance();

    assertThat(cluster.transfersTo()).isEmpty();
  }

  @Test
  void evictedStore_givesAllAndGetsNone() {
    cluster.led(1, 1, 2, 2, 3, 3);
    cluster.state.schedulers().evict(3);
    evict();
    balance();

    assertThat(cluster.transfersTo()).hasSize(2).doesNotContain(3L);
  }

  @Test
  void slowStore_isEvictedUntilItIsWellAndTenMinutesAreOver() {
    cluster.led(1, 2, 3);
    cluster.hearSlow(3, 100);
    cluster.slowStores.run();
    evict();
    assertThat(cluster.transfersTo()).hasSize(1).doesNotContain(3L);

    cluster.clock.advance(Duration.ofSeconds(599));
    cluster.hear(1, 2, 3);
    cluster.slowStores.run();
    assertThat(cluster.placement.isEvicted(3)).isTrue();

    cluster.clock.advance(Duration.ofSeconds(1));
    cluster.hearSlow(3, 2);
    cluster.slowStores.run();
    assertThat(cluster.placement.isEvicted(3)).as("its score is not 1").isTrue();
    cluster.hearSlow(3, 1);
    cluster.slowStores.run();
    assertThat(cluster.placement.isEvicted(3)).isFalse();
  }

  @Test
  void severalSlowStores_areLeftAlone() {
    cluster.led(1, 2, 3);
    cluster.hearSlow(2, 100);
    cluster.hearSlow(3, 100);
    cluster.slowStores.run();

    assertThat(cluster.placement.isEvicted(2) || cluster.placement.isEvicted(3)).isFalse();
  }

  @Test
  void schedulerRemoved_slowStoreMayLeadAtOnce() {
    cluster.led(1, 2, 3);
    cluster.hearSlow(3, 100);
    cluster.slowStores.run();
    assertThat(cluster.placement.isEvicted(3)).isTrue();

    cluster.state.schedulers().remove(Schedulers.EVICT_SLOW_STORE);
    cluster.slowStores.run();

    assertThat(cluster.placement.isEvicted(3)).isFalse();
  }

  /** An order that is not carried out is given up on after a minute. */
  @Test
  void orderWithoutEffect_isListedForAMinute() {
    cluster.led(1, 1, 1, 1, 1, 1);
    balance();
    assertThat(cluster.operators.listed())
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "balance-leader-scheduler \\{transfer leader: store 1 to [23]\\} \\(kind:leader, region:\\d+\\(5, 5\\), createAt:2026-11-29 16:52:00\\.000000000 \\+0000 UTC m=\\+\\S+, startAt:.*, currentStep:0, size:1, steps:\\[0:\\{transfer leader from store 1 to store [23]\\}\\], timeout:\\[1m0s\\]\\)"));

    cluster.clock.advance(Duration.ofSeconds(61));
    cluster.operators.tidy();

    assertThat(cluster.operators.listed()).isEmpty();
  }
}
