package io.chaoschapters.trials.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerTest {
  private final Power power = new Power(0.025, 1.0 / 3, 0.8);

  @Test
  void power_isWhatASimulationComesTo() {
    Random random = new Random(20);
    int found = 0;
    int runs = 20_000;
    for (int run = 0; run < runs; run++) {
      int right = 0;
      for (int i = 0; i < 30; i++) {
        right += random.nextDouble() < 38.0 / 42 - 1.0 / 3 ? 1 : 0;
      }
      found += FisherTest.worse(new Counts(38, 42, right, 30)) <= 0.025 ? 1 : 0;
    }
    assertThat(power.of(38, 42, 30)).isCloseTo((double) found / runs, within(0.01));
  }

  @Test
  void missing_isTheFirstNumberThatSuffices() {
    int more = power.missing(38, 42, 10).orElseThrow();
    assertThat(more).isPositive();
    assertThat(power.of(38, 42, 10 + more)).isGreaterThanOrEqualTo(0.8);
    assertThat(power.of(38, 42, 10 + more - 1)).isLessThan(0.8);
    assertThat(power.missing(38, 42, 42)).hasValue(0);
  }

  @Test
  void tinyBaseline_cannotBeMadeUpForByNewAnswers() {
    assertThat(power.missing(2, 2, 3)).isEmpty();
  }
}
