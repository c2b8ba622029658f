package io.chaoschapters.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitTest {
  @Test
  void threadIsInterrupted_waitEndsAndTheFlagStays() {
    Wait wait = Wait.atMost("the moon", Duration.ofSeconds(30));

    assertThatThrownBy(
            () ->
                wait.until(
                    () -> {
                      Thread.currentThread().interrupt();
                      return Progress.notYet("dark");
                    }))
        .isInstanceOf(WaitInterruptedException.class)
        .hasMessage("Cut short while waiting for the moon; last: dark");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void neverReached_boundAndLastValueAreSaid() {
    Wait wait = Wait.atMost("the moon", Duration.ofMillis(50));

    assertThatThrownBy(() -> wait.until(() -> Progress.notYet("dark")))
        .isInstanceOf(WaitTimeoutException.class)
        .hasMessage("the moon: not reached in 0.05 s; last: dark");
  }

  @Test
  void conditionHoldsOnceTheTimeIsOver_isReached() {
    Wait seldom = new Wait("the moon", Duration.ofMillis(50), Duration.ofMillis(80));
    Instant rises = Instant.now().plusMillis(100);

    seldom.until(
        () -> Instant.now().isBefore(rises) ? Progress.notYet("dark") : Progress.reached());
  }

  @Test
  void probeThrows_waitEndsAtOnce() {
    Wait wait = Wait.atMost("the moon", Duration.ofSeconds(30));

    assertThatThrownBy(
            () ->
                wait.until(
                    () -> {
                      throw new IllegalStateException("no sky");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no sky");
  }
}
