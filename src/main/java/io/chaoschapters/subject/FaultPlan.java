package io.chaoschapters.subject;

import io.chaoschapters.runtime.Component;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a fault is asked to do.
 *
 * @param cluster the running subject
 * @param targets the components that the experiment names; empty when it names none
 * @param duration how long the fault lasts
 * @param parameters checked values of the fault's parameters
 * @param rollbackWithin how long ending it may take; null where the experiment does not say so
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FaultPlan<C extends Cluster>(
    C cluster,
    List<Component> targets,
    Duration duration,
    Parameters parameters,
    @Nullable Duration rollbackWithin) {
  /** Copies the targets. */
  public FaultPlan {
    targets = List.copyOf(targets);
  }

  /** For an experiment that sets no time limit for the rollback. */
  public FaultPlan(C cluster, List<Component> targets, Duration duration, Parameters parameters) {
    this(cluster, targets, duration, parameters, null);
  }
}
