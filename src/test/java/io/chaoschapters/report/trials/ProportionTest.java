package io.chaoschapters.report.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  private static final double Z = 1.959963984540054;

  /** Wilson 1927 as other programs compute it: R's prop.test(correct = FALSE), statsmodels. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0.0000, 0.2775",
    "10, 10, 0.7225, 1.0000",
    "30, 30, 0.8865, 1.0000",
    "0, 30, 0.0000, 0.1135",
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "1, 29, 0.0061, 0.1718",
    "5, 10, 0.2366, 0.7634",
  })
  void interval_isWilsons(int hits, int of, double low, double high) {
    Proportion proportion = new Proportion(hits, of);

    assertThat(proportion.low()).isCloseTo(low, within(0.00006));
    assertThat(proportion.high()).isCloseTo(high, within(0.00006));
  }

  /**
   * Both ends solve the equation that defines the interval: |p - share| = z sqrt(p (1 - p) / n).
   */
  @Property
  void ends_areWhereTheScoreTestTurns(
      @ForAll @IntRange(min = 1, max = 500) int of, @ForAll @IntRange(max = 500) int any) {
    Proportion proportion = new Proportion(any % (of + 1), of);

    for (double end : new double[] {proportion.low(), proportion.high()}) {
      if (end > 0 && end < 1) {
        assertThat(Math.abs(end - proportion.share()))
            .isCloseTo(Z * Math.sqrt(end * (1 - end) / of), within(1e-9));
      }
    }
    assertThat(proportion.share()).isBetween(proportion.low(), proportion.high());
  }

  @Test
  void nothingWasTried_nothingIsKnown() {
    Proportion none = new Proportion(0, 0);

    assertThat(none.share()).isNaN();
    assertThat(none.low()).isZero();
    assertThat(none.high()).isEqualTo(1);
    assertThat(none.interval()).isEqualTo("-");
  }

  @Test
  void moreHitsThanTrials_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Proportion(3, 2))
        .withMessage("3 of 2 is no proportion.");
  }
}
