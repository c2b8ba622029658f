package io.chaoschapters.subject.yaml.model;

import io.chaoschapters.metrics.MetricQuery;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A target that moves: the component of which something is so at the moment.
 *
 * @param name as experiments call it
 * @param among ids of the components that it can be
 * @param test what has to be so
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TargetEntry(String name, List<String> among, Test test) {
  /** Copies the ids. */
  public TargetEntry {
    among = List.copyOf(among);
  }

  /** What has to be so. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public sealed interface Test {}

  /** A metric has a value on the component's own page. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record ByMetric(MetricQuery query, double equalTo) implements Test {}

  /** The component answers something. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record ByCheck(Check check) implements Test {}
}
