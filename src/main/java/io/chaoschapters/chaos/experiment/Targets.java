package io.chaoschapters.chaos.experiment;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** Finds the components that an experiment names, and plans its faults on them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Targets {
  private Targets() {}

  /** Throws {@link InvalidExperimentException} when a component is not there. */
  public static void require(Experiment experiment, Cluster cluster) {
    experiment.methods().forEach(method -> of(experiment, method, cluster));
  }

  /** Why a fault cannot be brought about on its targets; empty when all can. */
  static Optional<String> obstacle(Experiment experiment, Cluster cluster) {
    return experiment.methods().stream()
        .flatMap(
            method ->
                method.obstacle(cluster, of(experiment, method, cluster)).stream()
                    .map(why -> RootLocale.format("fault '%s': %s", method.fault().name(), why)))
        .findFirst();
  }

  /** Plans every fault; a plan may depend on how the cluster is configured by now. */
  public static List<Fault> plans(Experiment experiment, Cluster cluster) {
    return experiment.methods().stream()
        .map(method -> method.plan(cluster, of(experiment, method, cluster), experiment.duration()))
        .toList();
  }

  private static List<Component> of(
      Experiment experiment, Experiment.Method method, Cluster cluster) {
    try {
      return method.targets().stream().map(cluster::component).toList();
    } catch (IllegalArgumentException e) {
      throw new InvalidExperimentException(
          RootLocale.format(
              "%s: experiment '%s' has a target that is not there. %s",
              experiment.where(), experiment.name(), Failure.words(e)));
    }
  }
}
