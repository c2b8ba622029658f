package io.chaoschapters.metrics;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Answers questions in PromQL, which only a real Prometheus can. */
@API(status = Status.INTERNAL, since = "0.1")
@FunctionalInterface
public interface PromQlSource {
  /**
   * Evaluates an expression as of now.
   *
   * @return one value for each element of a vector, one for each sample of a series, without those
   *     that are NaN; the labels have the metric's name if the answer has it
   * @throws MetricsUnavailableException if it cannot be asked, does not answer in time, or refuses
   *     the expression, with its words
   */
  List<MetricValue> evaluate(String promQl);
}
