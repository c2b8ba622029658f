package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The growth of a counter that is read now and then. */
class CounterWindowTest {
  private final CounterWindow window = new CounterWindow(Duration.ofSeconds(4));

  @Test
  void oneValue_hasNotGrown() {
    assertThat(window.perSecond(1_000, 7)).isEmpty();
  }

  @Test
  void severalValues_growByTheSecond_alsoWhenTheCounterBeginsAnew() {
    window.perSecond(1_000, 100);
    assertThat(window.perSecond(2_000, 110)).hasValue(3.75); // It reaches back half a second.
    window.perSecond(3_000, 4);
    window.perSecond(4_000, 14);

    assertThat(window.perSecond(5_000, 24)).hasValue((10 + 4 + 10 + 10) / 4.0);
  }

  @Test
  void whatIsOlderThanTheWindow_countsNoMore() {
    window.perSecond(1_000, 100);

    assertThat(window.perSecond(60_000, 110)).isEmpty();
  }

  /** As a wait does, which looks ten times a second. */
  @Test
  void longWindow_isWhole_howeverOftenItIsLookedAt() {
    CounterWindow often = new CounterWindow(Duration.ofMinutes(5));
    double last = 0;
    for (long at = 0; at <= 600_000; at += 100) {
      last = often.perSecond(at, at / 20.0).orElse(0);
    }

    assertThat(last).isCloseTo(50, within(0.5));
  }
}
