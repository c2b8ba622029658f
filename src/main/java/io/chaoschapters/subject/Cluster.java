package io.chaoschapters.subject;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.PromQlSource;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** A subject that runs. All methods may be called from any thread. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Cluster extends AutoCloseable {
  /** Its components, in a stable order. */
  List<Component> components();

  /**
   * What is a stand-in among what runs, found by asking it; nothing unless it says so. It is shown
   * wherever results are, like {@link Subject#standIn}, which is asked before anything runs.
   */
  default Optional<String> standIn() {
    return Optional.empty();
  }

  /**
   * Which program and version each component is by its own account, by the component's id; nothing
   * unless it says so. It is shown wherever results are.
   */
  default Map<String, String> versions() {
    return Map.of();
  }

  /** What was changed at its start, a sentence each, for the log; nothing unless it says so. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * What its user may have to change where it does not get steady, a sentence each; nothing unless
   * it says so.
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  default List<String> hints() {
    return List.of();
  }

  /** Where its components publish metrics; nowhere unless it says so. */
  default List<ScrapeTarget> scrapeTargets() {
    return List.of();
  }

  /**
   * The query behind each signal that the metrics store answers, by {@link Signal#id()}; none
   * unless it says so.
   */
  default Map<String, MetricQuery> queries() {
    return Map.of();
  }

  /**
   * Looks at everything once. Returns within two seconds whatever the components do; what did not
   * answer is unknown. What it throws makes this whole observation unknown.
   */
  ClusterSnapshot observe();

  /**
   * Looks whether the other components cannot reach one of them although it runs, by what they say
   * themselves; the witness of the fault {@code partition}. Quick; asked until it is seen.
   */
  default WitnessReport witnessCutOff(Component component) {
    return new WitnessReport(
        false, "this subject does not say how a component that is cut off can be told");
  }

  /**
   * Throws when the witness of {@code partition} sees it before it is there, for then it proves
   * nothing. Does nothing unless it says so.
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  default void requireNotCutOff(Component component) {}

  /**
   * Looks whether a component answers later by a time than it otherwise does, as a client would;
   * the witness of the fault {@code latency}. Quick; asked until it is seen.
   */
  default WitnessReport witnessDelay(Component component, Duration by) {
    return new WitnessReport(
        false, "this subject does not say how a component that answers late can be told");
  }

  /**
   * Brings the cluster into the configuration that an experiment is given, on fresh data, so that
   * nothing of an earlier experiment is seen. Does nothing unless it says so.
   */
  default void configure(Parameters given) {}

  /**
   * Repairs lasting damage as an operator would, after a fault is over; there is none unless it
   * says so.
   */
  default void repair() {}

  /**
   * The component that an experiment means by a target at this moment: by its id, or by what it is
   * just now, such as {@code leader}. Asked right before a fault is injected; it may take seconds.
   *
   * @throws IllegalArgumentException naming the known ones
   */
  default Component target(String name) {
    return component(name);
  }

  /** Whether a target is not always the same component. */
  default boolean isMoving(String target) {
    return false;
  }

  /** A Prometheus of the user's own that measures it; empty where there is none. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  default Optional<PromQlSource> prometheus() {
    return Optional.empty();
  }

  /** Ends what the cluster itself started beside its components, such as clients. */
  @Override
  default void close() {}

  /**
   * The component with an id.
   *
   * @throws IllegalArgumentException naming the known ids
   */
  default Component component(String id) {
    return components().stream()
        .filter(component -> component.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    RootLocale.format(
                        "No component '%s' (known: %s).",
                        id, String.join(", ", components().stream().map(Component::id).toList()))));
  }
}
