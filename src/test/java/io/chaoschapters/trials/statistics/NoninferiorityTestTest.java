package io.chaoschapters.trials.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoninferiorityTestTest {
  private static final double THIRD = 1.0 / 3;

  /** The chance of a small p-value under rates that lie apart by the margin, added up by hand. */
  @Test
  void rateThatFellByTheMargin_isRarelyPassed() {
    double level = 0.05;
    int before = 14;
    int now = 9;
    double[][] p = new double[before + 1][now + 1];
    for (int a = 0; a <= before; a++) {
      for (int b = 0; b <= now; b++) {
        p[a][b] = NoninferiorityTest.notWorseBy(THIRD, new Counts(a, before, b, now));
      }
    }
    double greatest = 0;
    // Rates that the test's own grid does not hold.
    for (double rate = THIRD; rate <= 1; rate += 0.00771) {
      double[] ofBefore = Binomial.probabilities(before, rate);
      double[] ofNow = Binomial.probabilities(now, rate - THIRD);
      double passed = 0;
      for (int a = 0; a <= before; a++) {
        for (int b = 0; b <= now; b++) {
          passed += p[a][b] <= level ? ofBefore[a] * ofNow[b] : 0;
        }
      }
      greatest = Math.max(greatest, passed);
    }
    assertThat(greatest).isBetween(0.02, level);
  }

  /** If all were right before, nothing but luck is left: two thirds to the power of five. */
  @Test
  void allRightOnBothSides_isTheChanceOfThatAlone() {
    double p = NoninferiorityTest.notWorseBy(THIRD, new Counts(500, 500, 5, 5));
    assertThat(p).isCloseTo(Math.pow(2 / 3.0, 5), within(0.02));
  }

  @Test
  void betterSample_hasTheSmallerPValue() {
    double last = 1.1;
    for (int right = 0; right <= 20; right++) {
      double p = NoninferiorityTest.notWorseBy(THIRD, new Counts(27, 30, right, 20));
      assertThat(p).isLessThanOrEqualTo(last + 1e-12);
      last = p;
    }
    assertThat(last).isLessThan(0.001);
  }
}
