package io.chaoschapters.chaos;

import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.Term;
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
 * @param method the fault, or null for a control
 * @param duration how long the fault lasts; for a control, how long it is observed
 * @param settle how long effects need to show after the fault is over, 0 or more
 * @param witnessWithin how soon the fault must be seen
 * @param expected the anomaly that is to be diagnosed, or null for none
 * @param rollback what is done after the fault's own rollback
 * @param recoveryWithin how soon the steady state must be back after the rollback
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Experiment(
    String name,
    String where,
    String description,
    Parameters given,
    SteadyState steadyState,
    @Nullable Load load,
    Duration leadIn,
    @Nullable Method method,
    Duration duration,
    Duration settle,
    Duration witnessWithin,
    @Nullable Term expected,
    List<RollbackStep> rollback,
    Duration recoveryWithin) {
  /** Copies the steps. */
  public Experiment {
    rollback = List.copyOf(rollback);
  }

  /** Whether it has no fault and serves for comparison. */
  public boolean isControl() {
    return method == null;
  }

  /** The anomaly that is to be diagnosed; empty when none is expected. */
  public Optional<Term> expectedAnomaly() {
    return Optional.ofNullable(expected);
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
    /** Copies the ids. */
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
  public record Load(LoadType type, Parameters parameters) {}

  /**
   * A fault on targets.
   *
   * @param fault which fault
   * @param targets ids of components; that they exist is checked when the experiment runs
   * @param parameters checked values
   */
  public record Method(FaultType fault, List<String> targets, Parameters parameters) {
    /** Copies the ids. */
    public Method {
      targets = List.copyOf(targets);
    }
  }

  /** A step after the fault's own rollback. */
  public enum RollbackStep {
    /** The subject repairs lasting damage as an operator would. */
    REPAIR
  }
}
