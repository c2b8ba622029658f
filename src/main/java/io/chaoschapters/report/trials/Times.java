package io.chaoschapters.report.trials;

import io.chaoschapters.text.RootLocale;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, in seconds.
 *
 * @param count how often it was measured
 * @param median null when it never was
 * @param percentile95 by the nearest rank; null when it never was
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Times(int count, @Nullable Double median, @Nullable Double percentile95) {

  /** Summarizes measured times, in any order. */
  public static Times of(List<Double> seconds) {
    if (seconds.isEmpty()) {
      return new Times(0, null, null);
    }
    List<Double> sorted = seconds.stream().sorted().toList();
    int n = sorted.size();
    double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    return new Times(n, median, sorted.get((int) Math.ceil(0.95 * n) - 1));
  }

  /** Median and 95th percentile, such as {@code 0.31 1.2}; a dash when there is none. */
  public String words() {
    return median == null || percentile95 == null ? "-" : plain(median) + " " + plain(percentile95);
  }

  private static String plain(double seconds) {
    return RootLocale.format(seconds < 0.1 ? "%.3f" : seconds < 10 ? "%.2f" : "%.1f", seconds);
  }
}
