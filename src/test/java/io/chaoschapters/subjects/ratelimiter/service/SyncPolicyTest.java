package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SyncPolicyTest {

  @Test
  void requestLostUnderDrop_hitsAreGivenUpAndLastCountIsKept() {
    Nodes nodes = batched(SyncPolicy.DROP);
    check(nodes, 4);
    nodes.syncAll();
    check(nodes, 3);
    nodes.store.link = MemoryStore.Link.REQUEST_LOST;
    nodes.all.get(0).sync();
    assertThat(nodes.state(0).pending()).isZero();
    assertThat(nodes.state(0).discarded()).isEqualTo(3);
    assertThat(nodes.state(0).globalCount()).isEqualTo(4);
    assertThat(nodes.residual()).isEqualTo(-3);
    assertThat(nodes.all.get(0).health().discarded()).isEqualTo(3);
  }

  @Test
  void replyLostUnderResend_hitsAreCountedTwice() {
    Nodes nodes = batched(SyncPolicy.RESEND);
    check(nodes, 3);
    nodes.store.link = MemoryStore.Link.REPLY_LOST;
    nodes.all.get(0).sync();
    assertThat(nodes.state(0).pending()).isEqualTo(3);
    nodes.store.link = MemoryStore.Link.UP;
    nodes.syncAll();
    assertThat(nodes.residual()).isEqualTo(3);
  }

  @Test
  void replyLostUnderIdempotent_repetitionChangesNothing() {
    Nodes nodes = batched(SyncPolicy.IDEMPOTENT);
    check(nodes, 3);
    nodes.store.link = MemoryStore.Link.REPLY_LOST;
    nodes.all.get(0).sync();
    nodes.store.link = MemoryStore.Link.UP;
    nodes.syncAll();
    assertThat(nodes.state(0).globalCount()).isEqualTo(3);
    assertThat(nodes.residual()).isZero();
  }

  @Test
  void storeDownFromTheStart_batchedNodeAdmitsUpToItsLimitAndCatchesUp() {
    Nodes nodes = batched(SyncPolicy.RESEND);
    nodes.store.link = MemoryStore.Link.REQUEST_LOST;
    nodes.all.get(0).sync();
    check(nodes, 12);
    assertThat(nodes.state(0).admitted()).isEqualTo(10);
    assertThat(nodes.state(0).globalCount()).isNull();
    nodes.store.link = MemoryStore.Link.UP;
    nodes.syncAll();
    assertThat(nodes.store.counter(Nodes.KEY, Nodes.WINDOW)).isEqualTo(10);
    assertThat(nodes.state(0).requestsSinceSync()).isZero();
  }

  @Test
  void changeFromDropToIdempotent_totalsHoldWhatTheCounterLost() {
    Nodes nodes = batched(SyncPolicy.DROP);
    check(nodes, 2);
    nodes.syncAll();
    check(nodes, 3);
    nodes.store.link = MemoryStore.Link.REQUEST_LOST;
    nodes.all.get(0).sync();
    nodes.store.link = MemoryStore.Link.UP;
    change(nodes, LimitMode.BATCHED, SyncPolicy.IDEMPOTENT);
    nodes.syncAll();
    assertThat(nodes.state(0).globalCount()).isEqualTo(5);
    assertThat(nodes.residual()).isZero();
  }

  @Test
  void changeFromIdempotentToStrict_counterGetsWhatTheTotalsHeld() {
    Nodes nodes = batched(SyncPolicy.IDEMPOTENT);
    check(nodes, 6);
    nodes.syncAll();
    change(nodes, LimitMode.STRICT, SyncPolicy.IDEMPOTENT);
    nodes.syncAll();
    check(nodes, 10);
    assertThat(nodes.admitted()).isEqualTo(10);
    assertThat(nodes.residual()).isZero();
  }

  @Test
  void reconcile_setsTheCounterToWhatWasAdmitted() throws StoreUnavailableException {
    Nodes nodes = batched(SyncPolicy.DROP);
    check(nodes, 5);
    nodes.store.link = MemoryStore.Link.REQUEST_LOST;
    nodes.all.get(0).sync();
    nodes.store.link = MemoryStore.Link.UP;
    assertThat(nodes.residual()).isEqualTo(-5);
    nodes.all.get(0).reconcile(Nodes.KEY, 5);
    assertThat(nodes.residual()).isZero();
    check(nodes, 9);
    assertThat(nodes.admitted()).isEqualTo(10);
  }

  private static Nodes batched(SyncPolicy policy) {
    return new Nodes(2, 10, LimitMode.BATCHED, policy, FailMode.OPEN);
  }

  private static void check(Nodes nodes, int times) {
    for (int i = 0; i < times; i++) {
      nodes.check(0);
    }
  }

  private static void change(Nodes nodes, LimitMode mode, SyncPolicy policy) {
    nodes.all.forEach(
        node ->
            node.change(Nodes.settings(mode, policy, FailMode.OPEN))
                .orTimeout(5, TimeUnit.SECONDS)
                .join());
  }
}
