package io.chaoschapters.chaos.experiment;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** Finds the components that an experiment names, and plans its faults on them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Targets {
  private Targets() {}

  /**
   * The faults of an experiment on what their targets are at the moment.
   *
   * @param faults planned, nothing is injected yet
   * @param ids of the components, in the order of the experiment
   * @param moved a sentence for each target that is not always the same component
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Plan(List<Fault> faults, List<String> ids, List<String> moved) {}

  /** Throws {@link InvalidExperimentException} when a component is not there. */
  public static void require(Experiment experiment, Cluster cluster) {
    experiment.methods().forEach(method -> fixed(experiment, method, cluster));
  }

  /** Why a fault cannot be brought about on its targets; empty when all can. */
  static Optional<String> obstacle(Experiment experiment, Cluster cluster) {
    return experiment.methods().stream()
        .flatMap(
            method ->
                method.obstacle(cluster, fixed(experiment, method, cluster), experiment).stream()
                    .map(why -> RootLocale.format("fault '%s': %s", method.fault().name(), why)))
        .findFirst();
  }

  /**
   * Plans every fault; a plan may depend on how the cluster is configured by now.
   *
   * @param keepAtMost how long faults may be kept beyond their duration
   */
  public static Plan plan(Experiment experiment, Cluster cluster, Duration keepAtMost) {
    List<Fault> faults = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<String> moved = new ArrayList<>();
    for (Experiment.Method method : experiment.methods()) {
      List<Component> targets = new ArrayList<>();
      for (String name : method.targets()) {
        Component found = cluster.target(name);
        targets.add(found);
        ids.add(found.id());
        if (cluster.isMoving(name)) {
          moved.add(RootLocale.format("Target '%s' is %s at this moment.", name, found.id()));
        }
      }
      faults.add(method.plan(cluster, targets, experiment, keepAtMost));
    }
    return new Plan(faults, ids, moved);
  }

  /** The fixed targets; a moving target is resolved later. */
  private static List<Component> fixed(
      Experiment experiment, Experiment.Method method, Cluster cluster) {
    try {
      return method.targets().stream()
          .filter(name -> !cluster.isMoving(name))
          .map(cluster::component)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new InvalidExperimentException(
          RootLocale.format(
              "%s: experiment '%s' has a target that is not there. %s",
              experiment.where(), experiment.name(), Failure.words(e)));
    }
  }
}
