package io.chaoschapters.runtime;

import io.chaoschapters.metrics.MetricSource;
import org.apiguardian.api.API;

/**
 * The metrics store of a run.
 *
 * @param source answers queries
 * @param description for people: which program answers and why it was chosen
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MetricsService(MetricSource source, String description) {
  /** The description, and who answers by now where that has changed. */
  public String course() {
    String answering = source.answering();
    return answering.isEmpty() ? description : description + "; " + answering;
  }
}
