package io.chaoschapters.chaos;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import java.util.List;

/** Finds the components that an experiment names. */
final class Targets {
  private Targets() {}

  /** Throws {@link InvalidExperimentException} when one is not there. */
  static List<Component> of(Experiment experiment, Cluster cluster) {
    Experiment.Method method = experiment.method();
    if (method == null) {
      return List.of();
    }
    try {
      return method.targets().stream().map(cluster::component).toList();
    } catch (IllegalArgumentException e) {
      throw new InvalidExperimentException(
          "%s: experiment '%s' has a target that is not there. %s"
              .formatted(experiment.where(), experiment.name(), e.getMessage()));
    }
  }
}
