package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailModeTest {

  @Test
  void open_admitsWithoutCounting() {
    Nodes nodes = withoutStore(FailMode.OPEN);
    Decision decision = nodes.all.get(0).check(Nodes.KEY);
    assertThat(decision.allowed()).isTrue();
    assertThat(decision.reason()).isEqualTo(Reason.STORE_UNAVAILABLE);
    assertThat(nodes.pending()).isZero();
    assertThat(nodes.residual()).isEqualTo(-1);
    assertThat(nodes.all.get(0).health().storeUp()).isFalse();
  }

  @Test
  void closed_rejects() {
    Nodes nodes = withoutStore(FailMode.CLOSED);
    assertThat(nodes.check(0)).isFalse();
    assertThat(nodes.state(0).rejected()).isEqualTo(1);
    assertThat(nodes.state(0).uncounted()).isEqualTo(1);
    assertThat(nodes.residual()).isZero();
  }

  @Test
  void local_admitsUpToTheLimitAndSendsTheHitsLater() {
    Nodes nodes = withoutStore(FailMode.LOCAL);
    for (int i = 0; i < 5; i++) {
      nodes.check(0);
    }
    assertThat(nodes.admitted()).isEqualTo(3);
    assertThat(nodes.state(0).uncounted()).as("the node counts by itself").isZero();
    assertThat(nodes.pending()).isEqualTo(3);
    nodes.all.get(0).sync();
    assertThat(nodes.pending()).as("a failed sync drops nothing in strict mode").isEqualTo(3);
    nodes.store.link = MemoryStore.Link.UP;
    nodes.syncAll();
    assertThat(nodes.store.counter(Nodes.KEY, Nodes.WINDOW)).isEqualTo(3);
    assertThat(nodes.check(0)).isFalse();
  }

  @Test
  void tooManyKeys_failModeAnswers() {
    assertThat(oneKeyTooMany(FailMode.OPEN).allowed()).isTrue();
    assertThat(oneKeyTooMany(FailMode.CLOSED).allowed()).isFalse();
    assertThat(oneKeyTooMany(FailMode.LOCAL).reason()).isEqualTo(Reason.TOO_MANY_KEYS);
  }

  private static Decision oneKeyTooMany(FailMode fail) {
    Nodes nodes = new Nodes(1, 3, LimitMode.BATCHED, SyncPolicy.DROP, fail);
    for (int i = 0; i < Nodes.CAPACITY - 1; i++) {
      nodes.all.get(0).check("key-" + i);
    }
    return nodes.all.get(0).check("one-more");
  }

  private static Nodes withoutStore(FailMode fail) {
    Nodes nodes = new Nodes(1, 3, LimitMode.STRICT, SyncPolicy.DROP, fail);
    nodes.store.link = MemoryStore.Link.REQUEST_LOST;
    return nodes;
  }
}
