package io.chaoschapters.metrics;

import java.time.Instant;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One labeled value of a {@link MetricResult}.
 *
 * @param labels the labels that tell it from the other values; the metric's name is among them only
 *     in answers to PromQL
 * @param value in the metric's own unit; may be infinite, never NaN
 * @param newest the time of the newest sample that went into the value, on the source's clock
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record MetricValue(Map<String, String> labels, double value, Instant newest) {

  /** Copies the labels and refuses NaN. */
  public MetricValue {
    labels = Map.copyOf(labels);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("NaN is no data: leave the value out of the result.");
    }
  }
}
