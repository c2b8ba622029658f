package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Cases computed by hand from the comment of {@code bucketQuantile} in Prometheus 2.42 <a
 * href="https://github.com/prometheus/prometheus/blob/v2.42.0/promql/quantile.go">quantile.go</a>.
 */
class HistogramsTest {

  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void rankWithinBucket_isInterpolated() {
    // Rank 5 of 10; the bucket from 1 to 2 holds the ranks 2 to 8: 1 + 3 / 6.
    assertThat(quantile(0.5, Map.of(1.0, 2.0, 2.0, 8.0, INF, 10.0)))
        .hasValueCloseTo(1.5, within(1e-12));
  }

  @Test
  void rankInLowestBucket_isInterpolatedFromZero() {
    assertThat(quantile(0.1, Map.of(1.0, 2.0, 2.0, 8.0, INF, 10.0)))
        .hasValueCloseTo(0.5, within(1e-12));
  }

  @Test
  void rankInLowestBucketWithBoundUpToZero_isThatBound() {
    assertThat(quantile(0.1, Map.of(-3.0, 5.0, INF, 10.0))).hasValue(-3);
    assertThat(quantile(0.1, Map.of(0.0, 5.0, INF, 10.0))).hasValue(0);
  }

  @Test
  void rankInInfiniteBucket_isHighestFiniteBound() {
    assertThat(quantile(0.99, Map.of(1.0, 2.0, 2.0, 8.0, INF, 10.0))).hasValue(2);
  }

  @Test
  void countsThatDecrease_areRaised() {
    // 4, 3, 8, 10 becomes 4, 4, 8, 10; rank 5 is the first of four in the bucket from 2 to 3.
    assertThat(quantile(0.5, Map.of(1.0, 4.0, 2.0, 3.0, 3.0, 8.0, INF, 10.0)))
        .hasValueCloseTo(2.25, within(1e-12));
  }

  @Test
  void nothingObserved_isUnknown() {
    assertThat(quantile(0.5, Map.of(1.0, 0.0, INF, 0.0))).isEmpty();
  }

  @Test
  void infiniteBucketMissingOrAlone_isUnknown() {
    assertThat(quantile(0.5, Map.of(1.0, 1.0, 2.0, 2.0))).isEmpty();
    assertThat(quantile(0.5, Map.of(INF, 2.0))).isEmpty();
    assertThat(quantile(0.5, Map.of())).isEmpty();
  }

  private static OptionalDouble quantile(double quantile, Map<Double, Double> counts) {
    return Histograms.quantile(quantile, counts);
  }
}
