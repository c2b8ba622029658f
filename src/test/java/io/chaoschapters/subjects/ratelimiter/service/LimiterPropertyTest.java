package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The limiter against a model so simple that it can be checked by eye. */
class LimiterPropertyTest {
  private static final int NODES = 3;

  /** What happens next on one node. */
  enum Action {
    CHECK,
    CHECK_AGAIN,
    SYNC,
    SYNC_REQUEST_LOST,
    SYNC_REPLY_LOST
  }

  record Step(int node, Action action) {}

  /** Counts as the design says: a node admits iff g + d is below the limit. */
  private static final class Model {
    private final SyncPolicy policy;
    private final long limit;
    private final long[] read = new long[NODES];
    private final long[] unsynced = new long[NODES];
    private final long[] total = new long[NODES];
    private final long[] stored = new long[NODES];
    private long counter;

    Model(SyncPolicy policy, long limit) {
      this.policy = policy;
      this.limit = limit;
    }

    boolean check(int node) {
      if (read[node] + unsynced[node] >= limit) {
        return false;
      }
      unsynced[node]++;
      total[node]++;
      return true;
    }

    void sync(int node, Action how) {
      if (how != Action.SYNC_REQUEST_LOST) {
        counter += unsynced[node];
        stored[node] = Math.max(stored[node], total[node]);
      }
      if (how == Action.SYNC) {
        read[node] = policy == SyncPolicy.IDEMPOTENT ? Arrays.stream(stored).sum() : counter;
      }
      if (how == Action.SYNC || policy == SyncPolicy.DROP) {
        unsynced[node] = 0;
      }
    }
  }

  @Property(tries = 300)
  void batched_decidesAsTheModel(
      @ForAll SyncPolicy policy,
      @ForAll @IntRange(min = 0, max = 12) int limit,
      @ForAll @Size(max = 60) List<@From("steps") Step> steps) {
    Model model = new Model(policy, limit);
    Nodes nodes = new Nodes(NODES, limit, LimitMode.BATCHED, policy, FailMode.OPEN);
    for (Step step : steps) {
      if (step.action() == Action.CHECK || step.action() == Action.CHECK_AGAIN) {
        assertThat(nodes.check(step.node())).isEqualTo(model.check(step.node()));
      } else {
        sync(nodes, step);
        model.sync(step.node(), step.action());
      }
    }
    assertThat(nodes.admitted()).isEqualTo(Arrays.stream(model.total).sum());
  }

  @Property(tries = 300)
  void batched_excessStaysWithinTheFormula(
      @ForAll SyncPolicy policy,
      @ForAll @IntRange(min = 1, max = 40) int limit,
      @ForAll @IntRange(max = 39) int before,
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 2) Integer> burst) {
    Nodes nodes = new Nodes(NODES, limit, LimitMode.BATCHED, policy, FailMode.OPEN);
    for (int i = 0; i < before; i++) {
      nodes.check(0);
    }
    nodes.syncAll();
    long known = nodes.admitted();
    burst.forEach(nodes::check);
    long expected = known;
    for (int node = 0; node < NODES; node++) {
      int wanted = Collections.frequency(burst, node);
      expected += Math.min(wanted, limit - known);
    }
    assertThat(nodes.admitted()).isEqualTo(expected);
    assertThat(nodes.admitted() - limit).isLessThanOrEqualTo((NODES - 1) * (limit - known));
  }

  @Property(tries = 300)
  void strict_neverAdmitsMoreThanTheLimit(
      @ForAll @IntRange(min = 0, max = 20) int limit,
      @ForAll @Size(max = 60) List<@From("steps") Step> steps) {
    Nodes nodes = new Nodes(NODES, limit, LimitMode.STRICT, SyncPolicy.DROP, FailMode.CLOSED);
    int checks = 0;
    for (Step step : steps) {
      if (step.action() == Action.CHECK || step.action() == Action.CHECK_AGAIN) {
        assertThat(nodes.check(step.node())).isEqualTo(checks++ < limit);
      } else {
        sync(nodes, step);
      }
    }
    assertThat(nodes.admitted()).isEqualTo(Math.min(checks, limit));
    assertThat(nodes.store.counter(Nodes.KEY, Nodes.WINDOW)).isEqualTo(Math.min(checks, limit));
  }

  @Property(tries = 300)
  void idempotent_anyFailuresLeaveNoResidual(
      @ForAll @Size(max = 60) List<@From("steps") Step> steps) {
    Nodes nodes = new Nodes(NODES, 1000, LimitMode.BATCHED, SyncPolicy.IDEMPOTENT, FailMode.OPEN);
    for (Step step : steps) {
      if (step.action() == Action.CHECK || step.action() == Action.CHECK_AGAIN) {
        nodes.check(step.node());
      } else {
        sync(nodes, step);
      }
    }
    nodes.syncAll();
    assertThat(nodes.residual()).isZero();
    assertThat(nodes.pending()).isZero();
  }

  private static void sync(Nodes nodes, Step step) {
    nodes.store.link =
        switch (step.action()) {
          case SYNC_REQUEST_LOST -> MemoryStore.Link.REQUEST_LOST;
          case SYNC_REPLY_LOST -> MemoryStore.Link.REPLY_LOST;
          default -> MemoryStore.Link.UP;
        };
    nodes.all.get(step.node()).sync();
    nodes.store.link = MemoryStore.Link.UP;
  }

  @Provide
  Arbitrary<Step> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, NODES - 1), Arbitraries.of(Action.class))
        .as(Step::new);
  }
}
