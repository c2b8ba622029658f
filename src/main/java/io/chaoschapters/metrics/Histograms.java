package io.chaoschapters.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Quantiles of classic histograms, as Prometheus 2.42 computes them.
 *
 * @see <a
 *     href="https://github.com/prometheus/prometheus/blob/v2.42.0/promql/quantile.go">bucketQuantile</a>
 */
final class Histograms {

  /** The label that holds a bucket's upper bound. */
  static final String BOUND = "le";

  private record Bucket(double upperBound, double count) {}

  private Histograms() {}

  /**
   * The quantile of a histogram, linear within a bucket; empty where Prometheus says NaN.
   *
   * @param quantile 0 to 1
   * @param counts the cumulative count of each upper bound
   */
  static OptionalDouble quantile(double quantile, Map<Double, Double> counts) {
    var buckets = monotonic(new TreeMap<>(counts));
    int last = buckets.size() - 1;
    if (last < 1 || buckets.get(last).upperBound() != Double.POSITIVE_INFINITY) {
      return OptionalDouble.empty();
    }
    double observations = buckets.get(last).count();
    if (observations == 0 || Double.isNaN(observations)) {
      return OptionalDouble.empty();
    }
    double rank = quantile * observations;
    int found = 0;
    while (found < last && buckets.get(found).count() < rank) {
      found++;
    }
    double end = buckets.get(found).upperBound();
    if (found == last) {
      return OptionalDouble.of(buckets.get(last - 1).upperBound());
    }
    if (found == 0 && end <= 0) {
      return OptionalDouble.of(end);
    }
    double start = found == 0 ? 0 : buckets.get(found - 1).upperBound();
    double below = found == 0 ? 0 : buckets.get(found - 1).count();
    double within = (rank - below) / (buckets.get(found).count() - below);
    double value = start + (end - start) * within;
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Raises counts that are below an earlier one, which scrapes at unequal times can cause. */
  private static List<Bucket> monotonic(TreeMap<Double, Double> counts) {
    var buckets = new ArrayList<Bucket>(counts.size());
    double highest = Double.NEGATIVE_INFINITY;
    for (var entry : counts.entrySet()) {
      highest = entry.getValue() < highest ? highest : entry.getValue();
      buckets.add(new Bucket(entry.getKey(), highest));
    }
    return buckets;
  }
}
