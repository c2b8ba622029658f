package io.chaoschapters.subject;

import io.chaoschapters.runtime.Component;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What a fault is asked to do. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FaultPlan<C extends Cluster> {
  private final C cluster;
  private final List<Component> targets;
  private final Duration duration;
  private final Parameters parameters;
  private final @Nullable Duration rollbackWithin;
  private final Duration longest;

  /** For an experiment that sets no time limit for the rollback. */
  public FaultPlan(C cluster, List<Component> targets, Duration duration, Parameters parameters) {
    this(cluster, targets, duration, parameters, null);
  }

  /**
   * Plans a fault that is not kept beyond its duration.
   *
   * @param cluster the running subject
   * @param targets the components that the experiment names; empty when it names none
   * @param duration how long the fault lasts
   * @param parameters checked values of the fault's parameters
   * @param rollbackWithin how long ending it may take; null where the experiment does not say so
   */
  public FaultPlan(
      C cluster,
      List<Component> targets,
      Duration duration,
      Parameters parameters,
      @Nullable Duration rollbackWithin) {
    this(cluster, targets, duration, parameters, rollbackWithin, duration);
  }

  private FaultPlan(
      C cluster,
      List<Component> targets,
      Duration duration,
      Parameters parameters,
      @Nullable Duration rollbackWithin,
      Duration longest) {
    this.cluster = cluster;
    this.targets = List.copyOf(targets);
    this.duration = duration;
    this.parameters = parameters;
    this.rollbackWithin = rollbackWithin;
    this.longest = longest;
  }

  /** The same for a fault that may be kept longer than planned, see {@link #longest()}. */
  public FaultPlan<C> atLongest(Duration time) {
    return new FaultPlan<>(cluster, targets, duration, parameters, rollbackWithin, time);
  }

  /** The running subject. */
  public C cluster() {
    return cluster;
  }

  /** The components that the experiment names; empty when it names none. */
  public List<Component> targets() {
    return targets;
  }

  /** How long the fault lasts. */
  public Duration duration() {
    return duration;
  }

  /**
   * The longest that the fault may last: what ends it from outside this JVM does so after this. It
   * is longer than {@link #duration()} in a live show, where a presenter may keep the fault while
   * they review what became of it.
   */
  public Duration longest() {
    return longest;
  }

  /** Checked values of the fault's parameters. */
  public Parameters parameters() {
    return parameters;
  }

  /** How long ending the fault may take; null where the experiment does not say so. */
  public @Nullable Duration rollbackWithin() {
    return rollbackWithin;
  }
}
