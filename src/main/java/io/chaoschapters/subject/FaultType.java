package io.chaoschapters.subject;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** A kind of fault that experiments can name. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface FaultType<C extends Cluster> {
  /** Its name in experiment files, such as {@code freeze}. */
  String name();

  /** What it does, one clause for the stage and the documentation. */
  String description();

  /** Its parameters; none unless it says so. */
  default List<ParameterSpec> parameters() {
    return List.of();
  }

  /**
   * Whether it hits components that the experiment names: then an experiment must name at least
   * one, and otherwise it may name none. No targets unless it says so.
   */
  default boolean needsTarget() {
    return false;
  }

  /**
   * Why it means nothing on these targets, whatever runs, such as {@code it is for one target at a
   * time}; empty, as by default, when it does. An experiment with such targets is an error before
   * anything starts.
   *
   * @param targets as the experiment names them, each one of {@link Subject#targets()}
   */
  default Optional<String> rejects(List<String> targets) {
    return Optional.empty();
  }

  /**
   * Why it cannot be brought about where its targets run; empty, as by default, when it can. A
   * chapter or trial with such a fault is skipped with this reason.
   *
   * @param plan with those targets that are the same component at any time
   * @return one clause, such as {@code its runtime cannot cut a component off from the other ones}
   */
  default Optional<String> obstacle(FaultPlan<C> plan) {
    return Optional.empty();
  }

  /** Makes the fault; nothing is injected yet. */
  Fault plan(FaultPlan<C> plan);
}
