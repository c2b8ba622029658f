package io.chaoschapters.subjects.ratelimiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private final Nodes counts = new Nodes();
  private final Reconciliation reconciliation = new Reconciliation(counts);

  /** Nodes and a store; something may happen right before each setting of the count. */
  private static final class Nodes implements Reconciliation.Counts {
    private final Deque<Runnable> beforeSets = new ArrayDeque<>();
    private final List<Long> sets = new ArrayList<>();
    private long pending;
    private long admitted;
    private long shared;
    private boolean told = true;

    @Override
    public OptionalLong pending() {
      return told ? OptionalLong.of(pending) : OptionalLong.empty();
    }

    @Override
    public OptionalLong admitted() {
      return told ? OptionalLong.of(admitted) : OptionalLong.empty();
    }

    @Override
    public OptionalLong shared() {
      return OptionalLong.of(shared);
    }

    @Override
    public void set(long count) {
      if (!beforeSets.isEmpty()) {
        beforeSets.remove().run();
      }
      sets.add(count);
      shared = count;
    }
  }

  private void reconcile() {
    new Wait("agreement", Duration.ofSeconds(2), Duration.ofMillis(1)).until(reconciliation::look);
  }

  @Test
  void countLost_isSetOnce() {
    counts.admitted = 40;
    counts.shared = 25;

    reconcile();

    assertThat(counts.sets).containsExactly(40L);
    assertThat(counts.shared).isEqualTo(40);
  }

  @Test
  void countsAgree_nothingIsSet() {
    counts.admitted = 40;
    counts.shared = 40;

    reconcile();

    assertThat(counts.sets).isEmpty();
  }

  /** A node that was asleep admits and reports a request that its client gave up. */
  @Test
  void lateAdmissionBetweenLookAndSetting_isNotLost() {
    counts.admitted = 40;
    counts.shared = 25;
    counts.beforeSets.add(
        () -> {
          counts.admitted++;
          counts.shared++;
        });

    reconcile();

    assertThat(counts.sets).containsExactly(40L, 41L);
    assertThat(counts.shared).isEqualTo(counts.admitted);
  }

  @Test
  void somethingNotReportedYet_isWaitedFor() {
    counts.admitted = 40;
    counts.shared = 25;
    counts.pending = 1;
    assertThat(reconciliation.look().done()).isFalse();
    assertThat(counts.sets).isEmpty();

    counts.pending = 0;
    reconcile();

    assertThat(counts.sets).containsExactly(40L);
  }

  @Test
  void nodeThatDoesNotTell_isWaitedForAndAgreementBeforeItDoesNotCount() {
    assertThat(reconciliation.look().done()).isFalse(); // They agree, once.
    counts.told = false;
    assertThat(reconciliation.look().done()).isFalse();
    counts.told = true;
    assertThat(reconciliation.look().done()).isFalse();
    assertThat(reconciliation.look().done()).isTrue();
  }

  @Test
  void storeThatDoesNotTakeIt_isAskedAgain() {
    counts.admitted = 3;
    counts.beforeSets.add(
        () -> {
          throw new RuntimeFailureException("connection dropped");
        });

    reconcile();

    assertThat(counts.sets).containsExactly(3L);
  }
}
