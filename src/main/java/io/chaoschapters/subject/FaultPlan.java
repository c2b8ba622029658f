package io.chaoschapters.subject;

import io.chaoschapters.runtime.Component;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a fault is asked to do.
 *
 * @param cluster the running subject
 * @param targets the components that the experiment names; empty when it names none
 * @param duration how long the fault lasts
 * @param parameters checked values of the fault's parameters
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FaultPlan<C extends Cluster>(
    C cluster, List<Component> targets, Duration duration, Parameters parameters) {
  /** Copies the targets. */
  public FaultPlan {
    targets = List.copyOf(targets);
  }
}
