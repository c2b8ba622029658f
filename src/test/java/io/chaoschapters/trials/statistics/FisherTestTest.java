package io.chaoschapters.trials.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/** Against published values, and against whole numbers of any size. */
class FisherTestTest {
  /** Fisher (1935): of four cups of each kind, the lady tells all, or three of each. */
  @Test
  void ladyTastingTea_isAsPublished() {
    assertThat(FisherTest.worse(new Counts(4, 4, 0, 4))).isCloseTo(1 / 70.0, within(1e-12));
    assertThat(FisherTest.worse(new Counts(3, 4, 1, 4))).isCloseTo(17 / 70.0, within(1e-12));
  }

  /** Fisher (1962): convictions of twins; R's manual has 0.0004652. */
  @Test
  void convictionsOfTwins_areAsPublished() {
    assertThat(FisherTest.worse(new Counts(10, 13, 2, 17))).isCloseTo(0.0004652, within(5e-8));
  }

  @Test
  void everySmallTable_isAsCountedInWholeNumbers() {
    for (int before = 0; before <= 9; before++) {
      for (int now = 0; now <= 9; now++) {
        for (int a = 0; a <= before; a++) {
          for (int b = 0; b <= now; b++) {
            Counts counts = new Counts(a, before, b, now);
            assertThat(FisherTest.worse(counts))
                .as(counts.toString())
                .isCloseTo(counted(counts), within(1e-10));
          }
        }
      }
    }
  }

  @Test
  void largeTable_isAsCountedInWholeNumbers() {
    Counts large = new Counts(1800, 2000, 1340, 1500);
    assertThat(FisherTest.worse(large)).isCloseTo(counted(large), within(1e-9));
  }

  @Test
  void betterIsTheOtherSide_andNothingIsNeither() {
    assertThat(FisherTest.better(new Counts(0, 4, 4, 4))).isCloseTo(1 / 70.0, within(1e-12));
    assertThat(FisherTest.worse(new Counts(3, 4, 0, 0))).isCloseTo(1, within(1e-12));
    assertThat(FisherTest.worse(new Counts(0, 0, 3, 4))).isCloseTo(1, within(1e-12));
  }

  @Test
  void moreRightThanThereAre_isNoSample() {
    assertThatThrownBy(() -> new Counts(5, 4, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double counted(Counts c) {
    int right = c.rightBefore() + c.rightNow();
    int all = c.before() + c.now();
    BigInteger sum = BigInteger.ZERO;
    for (int k = 0; k <= c.rightNow(); k++) {
      sum = sum.add(choose(right, k).multiply(choose(all - right, c.now() - k)));
    }
    return new BigDecimal(sum)
        .divide(new BigDecimal(choose(all, c.now())), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger choose(int n, int k) {
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    BigInteger product = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      product = product.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return product;
  }
}
