package io.chaoschapters.metrics;

import io.chaoschapters.text.RootLocale;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a {@link MetricSource} answered: zero or more labeled values.
 *
 * <p>An empty result means that the value is unknown. It never means zero.
 *
 * @param values one for each label set, in no particular order
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record MetricResult(List<MetricValue> values) {

  /** Copies the values. */
  public MetricResult {
    values = List.copyOf(values);
  }

  /** A result with no value: unknown. */
  public static MetricResult empty() {
    return new MetricResult(List.of());
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * The one value of this result, or empty if it is unknown.
   *
   * @throws IllegalStateException if there are several values, because the query did not aggregate
   */
  public OptionalDouble single() {
    if (values.size() > 1) {
      throw new IllegalStateException(
          RootLocale.format(
              "The result has %d values where one was asked for: aggregate the query with sum() or max().",
              values.size()));
    }
    return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.get(0).value());
  }

  /**
   * The one value whose label has this value, or empty if it is unknown.
   *
   * @throws IllegalStateException if several values have that label
   */
  public OptionalDouble single(String label, String labelValue) {
    return new MetricResult(
            values.stream().filter(value -> labelValue.equals(value.labels().get(label))).toList())
        .single();
  }

  /** The time of the newest sample of all, on the source's clock; empty if nothing is known. */
  public Optional<Instant> newest() {
    return values.stream().map(MetricValue::newest).max(Comparator.naturalOrder());
  }
}
