package io.chaoschapters.chaos;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import java.util.List;

/** Plans the faults of an experiment on the components that it names. */
final class Targets {
  private Targets() {}

  /** Throws {@link InvalidExperimentException} when a component is not there. */
  static List<Fault> plans(Experiment experiment, Cluster cluster) {
    return experiment.methods().stream().map(method -> plan(experiment, method, cluster)).toList();
  }

  private static Fault plan(Experiment experiment, Experiment.Method method, Cluster cluster) {
    List<Component> targets = targets(experiment, method, cluster);
    return method
        .fault()
        .plan(new FaultPlan(cluster, targets, experiment.duration(), method.parameters()));
  }

  private static List<Component> targets(
      Experiment experiment, Experiment.Method method, Cluster cluster) {
    try {
      return method.targets().stream().map(cluster::component).toList();
    } catch (IllegalArgumentException e) {
      throw new InvalidExperimentException(
          "%s: experiment '%s' has a target that is not there. %s"
              .formatted(experiment.where(), experiment.name(), e.getMessage()));
    }
  }
}
