package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chaoschapters.metrics.Series.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Cases computed by hand from the comments of {@code extrapolatedRate} in Prometheus 2.42 <a
 * href="https://github.com/prometheus/prometheus/blob/v2.42.0/promql/functions.go">functions.go</a>.
 * All windows are 5 s, from 10 s to 15 s.
 */
class ExtrapolatedRateTest {

  private static final Offset<Double> TINY = within(1e-12);

  @Test
  void oneSample_isUnknown() {
    assertThat(rate(12_000, 5)).isEmpty();
    assertThat(rate()).isEmpty();
  }

  @Test
  void samplesFillWindow_rateIsIncreaseByWindow() {
    // 100 to 150 in exactly 5 s: nothing to extrapolate.
    assertThat(rate(10_000, 100, 11_000, 110, 12_000, 120, 13_000, 130, 14_000, 140, 15_000, 150))
        .hasValueCloseTo(10.0, TINY);
  }

  @Test
  void edgesWithinSpacing_areExtrapolatedTo() {
    // 40 in 4 s, 0.5 s to each edge: 40 * (5 / 4) / 5 s.
    assertThat(rate(10_500, 100, 11_500, 110, 12_500, 120, 13_500, 130, 14_500, 140))
        .hasValueCloseTo(10.0, TINY);
  }

  @Test
  void edgesFarAway_areExtrapolatedToByHalfTheSpacing() {
    // 10 in 1 s, 2 s to each edge, more than 1.1 s: 10 * (1 + 0.5 + 0.5) / 5 s.
    assertThat(rate(12_000, 100, 13_000, 110)).hasValueCloseTo(4.0, TINY);
  }

  @Test
  void edgeAtElevenTenthsOfSpacing_countsAsFar() {
    // 1.1 s to the start is not less than 1.1 * 1 s; 2.9 s to the end: 10 * (1 + 0.5 + 0.5) / 5 s.
    assertThat(rate(11_100, 100, 12_100, 110)).hasValueCloseTo(4.0, TINY);
    // 1.099 s is less: 10 * (1 + 1.099 + 0.5) / 5 s.
    assertThat(rate(11_099, 100, 12_099, 110)).hasValueCloseTo(5.198, TINY);
  }

  @Test
  void counterNearZero_isNotExtrapolatedBelowZero() {
    // 2 to 42 in 4 s: zero was 0.2 s before the first sample, nearer than the edge at 0.5 s.
    assertThat(rate(10_500, 2, 11_500, 12, 12_500, 22, 13_500, 32, 14_500, 42))
        .hasValueCloseTo(40 * (4 + 0.2 + 0.5) / 4 / 5, TINY);
  }

  @Test
  void counterReset_addsValueBeforeIt() {
    // 100 -> 110 -> (reset) 3 -> 13 -> 23 -> 33: 10 + 3 + 30 = 43 in 5 s.
    assertThat(rate(10_000, 100, 11_000, 110, 12_000, 3, 13_000, 13, 14_000, 23, 15_000, 33))
        .hasValueCloseTo(8.6, TINY);
  }

  @Test
  void counterThatStands_hasRateZero() {
    assertThat(rate(11_000, 7, 12_000, 7, 13_000, 7)).hasValue(0);
  }

  private static OptionalDouble rate(double... timesAndValues) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < timesAndValues.length; i += 2) {
      samples.add(new Sample((long) timesAndValues[i], timesAndValues[i + 1]));
    }
    return ExtrapolatedRate.of(samples, 10_000, 15_000);
  }
}
