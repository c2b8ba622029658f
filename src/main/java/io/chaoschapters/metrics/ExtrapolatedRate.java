package io.chaoschapters.metrics;

import io.chaoschapters.metrics.Series.Sample;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The rate of a counter, as Prometheus 2.42 computes it.
 *
 * @see <a
 *     href="https://github.com/prometheus/prometheus/blob/v2.42.0/promql/functions.go">extrapolatedRate</a>
 */
final class ExtrapolatedRate {

  private ExtrapolatedRate() {}

  /**
   * The increase per second; empty with fewer than two samples.
   *
   * @param samples those in the window, in the order of time
   * @param from where the window begins, in milliseconds
   * @param to where the window ends, in milliseconds
   */
  static OptionalDouble of(List<Sample> samples, long from, long to) {
    if (samples.size() < 2) {
      return OptionalDouble.empty();
    }
    Sample first = samples.get(0);
    Sample last = samples.get(samples.size() - 1);
    double increase = increase(samples);
    double sampled = (last.time() - first.time()) / 1000.0;
    double spacing = sampled / (samples.size() - 1);
    double toStart = (first.time() - from) / 1000.0;
    double toEnd = (to - last.time()) / 1000.0;
    if (increase > 0 && first.value() >= 0) {
      // A counter is never negative, so the series cannot reach back past its zero point.
      toStart = Math.min(toStart, sampled * (first.value() / increase));
    }
    double covered = sampled + reach(toStart, spacing) + reach(toEnd, spacing);
    double factor = covered / sampled / ((to - from) / 1000.0);
    return OptionalDouble.of(increase * factor);
  }

  private static double increase(List<Sample> samples) {
    double increase = samples.get(samples.size() - 1).value() - samples.get(0).value();
    double previous = samples.get(0).value();
    for (Sample sample : samples) {
      if (sample.value() < previous) {
        increase += previous; // the counter was reset to 0
      }
      previous = sample.value();
    }
    return increase;
  }

  /** How far to extrapolate: to the edge of the window if the next sample could lie beyond it. */
  private static double reach(double toEdge, double spacing) {
    return toEdge < spacing * 1.1 ? toEdge : spacing / 2;
  }
}
