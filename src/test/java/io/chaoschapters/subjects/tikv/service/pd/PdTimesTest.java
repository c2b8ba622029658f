package io.chaoschapters.subjects.tikv.service.pd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A placement driver that was away, for a while or for good. */
class PdTimesTest {
  private final HandClock clock = new HandClock();

  @Test
  void afterOneThatWasKilled_itIsSilentThenSaysThatItHasNotStarted() {
    LeaderLease lease = new LeaderLease(true, clock, clock.instant());

    assertThat(lease.silentForNanos()).isPositive();
    assertThat(lease.isElected()).isFalse();
    clock.advance(Duration.ofMillis(3_500));
    assertThat(lease.silentForNanos()).isZero();
    assertThat(lease.refusal("/pd/api/v1/stores"))
        .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(500));
    assertThat(lease.refusal("/metrics")).isEmpty();
    clock.advance(Duration.ofSeconds(2));
    assertThat(lease.refusal("/pd/api/v1/stores")).isEmpty();
    assertThat(lease.isElected()).isTrue();
  }

  @Test
  void afterAnOrderlyStop_itServesAtOnce() {
    assertThat(new LeaderLease(false, clock, clock.instant()).isElected()).isTrue();
  }

  @Test
  void sleptLongerThanItsLease_isElectedAnew() {
    AtomicLong nanos = new AtomicLong();
    AtomicInteger elections = new AtomicInteger();
    PauseWatch watch =
        new PauseWatch(nanos::get, elections::incrementAndGet, SmallCluster.silent(clock));

    nanos.addAndGet(Duration.ofSeconds(4).toNanos());
    watch.run();
    assertThat(elections).hasValue(0);
    nanos.addAndGet(Duration.ofSeconds(6).toNanos());
    watch.run();
    watch.run();
    assertThat(elections).hasValue(1);
  }

  @Test
  void whileItIsElectedAnew_itTakesNothingInAndTellsWhatItKnows() {
    LeaderLease lease = new LeaderLease(false, clock, clock.instant());
    assertThat(lease.leads()).isTrue();
    lease.campaign();

    assertThat(lease.leads()).isFalse();
    assertThat(lease.refusal("/pd/api/v1/stores")).isEmpty();
    clock.advance(Duration.ofMillis(1_001));
    assertThat(lease.leads()).isTrue();
  }

  @Test
  void numbersAndTimes_areWrittenAsGoDoes() {
    assertThat(GoText.size(0)).isEqualTo("0B");
    assertThat(GoText.size(252L << 30)).isEqualTo("252GiB");
    assertThat(GoText.size(1_979_120_929_996L)).isEqualTo("1.8TiB");
    assertThat(GoText.duration(Duration.ofNanos(26_629_175_699L))).isEqualTo("26.629175699s");
    assertThat(GoText.duration(Duration.ofNanos(121_794_221_437L))).isEqualTo("2m1.794221437s");
    assertThat(GoText.time(clock.instant())).isEqualTo("2026-11-29T16:52:00Z");
    clock.advance(Duration.ofMillis(120));
    assertThat(GoText.time(clock.instant())).isEqualTo("2026-11-29T16:52:00.12Z");
  }
}
