package io.chaoschapters.subject.yaml.model;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.yaml.ask.Extraction;
import io.chaoschapters.subject.yaml.ask.Question;
import io.chaoschapters.subject.yaml.ask.Reduction;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Where the number of a signal comes from. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface SignalSource {
  /** The metrics store answers it. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record OfMetrics(MetricQuery query) implements SignalSource {}

  /**
   * A Prometheus answers a text in PromQL.
   *
   * @param where file and line
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record OfPromQl(MetricQuery query, String where) implements SignalSource {}

  /**
   * Components are asked, and their numbers made one.
   *
   * @param growth what is made of each number before; null for the number itself
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record OfAnswers(
      Question question,
      Extraction extraction,
      List<String> components,
      Reduction reduction,
      Duration within,
      @Nullable Growth growth)
      implements SignalSource {}

  /**
   * How much a counter has grown.
   *
   * @param over in the last while
   * @param perSecond whether by the second
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record Growth(Duration over, boolean perSecond) {}

  /** How many components are in a health. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record OfHealth(Health health, List<String> components) implements SignalSource {}

  /** One signal less another. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record OfSignals(String from, String less) implements SignalSource {}

  /** A class of the user's tells it. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record OfClass(Function<Cluster, Reading> code) implements SignalSource {}
}
