package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WriteLedgerTest {
  private final WriteLedger ledger = new WriteLedger("test");

  private static long nanos(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }

  @Test
  void nobodyWrites_nobodyWaits() {
    assertThat(ledger.waiting(nanos(1_000))).isZero();
    assertThat(ledger.longestWait(nanos(1_000))).isZero();
  }

  @Test
  void writeGivenUp_clientWaitsOnFromTheFirst() {
    ledger.begins(1, nanos(0));
    ledger.unanswered();
    ledger.begins(1, nanos(2_000));

    assertThat(ledger.waiting(nanos(3_000))).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void acknowledged_waitIsOverAndRemembered() {
    ledger.begins(1, nanos(0));
    ledger.begins(2, nanos(900));
    ledger.acknowledged(1, "a", "1", nanos(1_500));
    ledger.acknowledged(2, "b", "2", nanos(1_000));

    assertThat(ledger.waiting(nanos(9_000))).isZero();
    assertThat(ledger.longestWait(nanos(9_000))).isEqualTo(Duration.ofMillis(1_500));
    assertThat(ledger.acknowledged()).containsOnlyKeys("a", "b");
  }

  @Test
  void clientsGone_openWaitCounts() {
    ledger.begins(1, nanos(0));
    ledger.clientsGone(nanos(4_000));

    assertThat(ledger.waiting(nanos(9_000))).isZero();
    assertThat(ledger.longestWait(nanos(9_000))).isEqualTo(Duration.ofSeconds(4));
    assertThat(ledger.outcomes(nanos(9_000)))
        .containsEntry("sent", 1L)
        .containsEntry("acknowledged", 0L)
        .containsEntry("longest gap in ms", 4_000L);
  }
}
