package io.chaoschapters.chaos.experiment;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One experiment of an experiment file, checked against its subject.
 *
 * <p>The words are those of the Chaos Toolkit: a steady-state hypothesis, a method, a rollback.
 *
 * @param name its key in the file
 * @param where file and line, such as {@code chaos/queue.yaml:12}
 * @param description one sentence
 * @param given the configuration that the cluster is brought into first
 * @param steadyState what must hold before the fault and after the recovery
 * @param load client traffic, or null for none
 * @param leadIn how long the load runs before the fault, 0 or more
 * @param methods the faults, which begin and end together; empty for none
 * @param duration how long the faults last; without a fault, how long it is observed
 * @param settle how long effects need to show after the fault is over, 0 or more
 * @param witnessWithin how soon the fault must be seen
 * @param expected what is to be diagnosed
 * @param ask when the diagnoser is asked
 * @param rollbackWithin how long ending the faults may take; null where it is left to them
 * @param rollback what is done after the fault's own rollback
 * @param recoveryWithin how soon the steady state must be back after the rollback
 * @param halt any of these ends the fault at once; empty for none
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Experiment(
    String name,
    String where,
    String description,
    Parameters given,
    SteadyState steadyState,
    @Nullable Load load,
    Duration leadIn,
    List<Method> methods,
    Duration duration,
    Duration settle,
    Duration witnessWithin,
    Expectation expected,
    Ask ask,
    @Nullable Duration rollbackWithin,
    List<RollbackStep> rollback,
    Duration recoveryWithin,
    List<HaltCondition> halt) {
  public Experiment {
    methods = List.copyOf(methods);
    rollback = List.copyOf(rollback);
    halt = List.copyOf(halt);
  }

  /** Whether something is done to the system, beside its load. */
  public boolean hasFault() {
    return !methods.isEmpty();
  }

  /**
   * Why it cannot be performed where a cluster runs; empty when it can. It is no mistake: another
   * runtime may be able to do it.
   *
   * @return naming the fault, such as {@code fault 'freeze': its runtime cannot suspend it}
   * @throws InvalidExperimentException when a target is not there
   */
  public Optional<String> obstacle(Cluster cluster) {
    return Targets.obstacle(this, cluster);
  }

  /** Whether it serves for comparison: the right answer is that nothing is wrong. */
  public boolean isControl() {
    return expected.kind() == Expectation.Kind.NONE;
  }

  /** Lead-in, fault and settle time together: what a run takes at least. */
  public Duration declared() {
    return leadIn.plus(duration).plus(settle);
  }

  /**
   * The steady-state hypothesis.
   *
   * @param within how long it may take to come about
   * @param invariants ids of the invariants that must hold; empty for all of the system's
   */
  public record SteadyState(Duration within, List<String> invariants) {
    public SteadyState {
      invariants = List.copyOf(invariants);
    }
  }

  /**
   * Client traffic.
   *
   * @param type what is sent
   * @param parameters checked values
   */
  public record Load(LoadType<?> type, Parameters parameters) {
    /** Starts it on the cluster of the subject that the type came from. */
    @SuppressWarnings("unchecked") // A subject's types are for the cluster that it starts itself.
    public RunningLoad start(Cluster cluster) {
      return ((LoadType<Cluster>) type).start(cluster, parameters);
    }
  }

  /**
   * A fault on targets.
   *
   * @param fault which fault
   * @param targets ids of components; that they exist is checked when the experiment runs
   * @param parameters checked values
   */
  public record Method(FaultType<?> fault, List<String> targets, Parameters parameters) {
    public Method {
      targets = List.copyOf(targets);
    }

    /** Why it cannot be done on the cluster of the subject that the fault came from. */
    Optional<String> obstacle(Cluster cluster, List<Component> on, Experiment experiment) {
      return typed().obstacle(planned(cluster, on, experiment));
    }

    /** Plans it on the cluster of the subject that the fault came from. */
    Fault plan(Cluster cluster, List<Component> on, Experiment experiment, Duration keepAtMost) {
      return typed()
          .plan(planned(cluster, on, experiment).atLongest(experiment.duration.plus(keepAtMost)));
    }

    private FaultPlan<Cluster> planned(Cluster cluster, List<Component> on, Experiment experiment) {
      return new FaultPlan<>(
          cluster, on, experiment.duration, parameters, experiment.rollbackWithin);
    }

    @SuppressWarnings("unchecked") // A subject's types are for the cluster that it starts itself.
    private FaultType<Cluster> typed() {
      return (FaultType<Cluster>) fault;
    }
  }

  /**
   * When a diagnosis is asked for that no chapter asks for, as in trials: once invariants are out
   * of bounds, and a while later.
   *
   * @param violations ids of invariants that must all have been out of bounds since the fault;
   *     empty for the first that is, or for the end where nothing or too little is to be seen
   * @param after time from then on; without invariants, from the injection on; null for none
   */
  public record Ask(List<String> violations, @Nullable Duration after) {
    public Ask {
      violations = List.copyOf(violations);
    }
  }

  /** A step after the fault's own rollback. */
  public enum RollbackStep {
    /** The subject repairs lasting damage as an operator would. */
    REPAIR
  }
}
