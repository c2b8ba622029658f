package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.apiguardian.api.API;

/** The steady state before an experiment, and how it comes back afterwards. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface RecoveryEvent extends RunEvent {

  /**
   * The steady-state hypothesis holds, so the experiment may begin.
   *
   * @param seconds how long that took
   */
  @JsonTypeName("STEADY_STATE")
  record SteadyState(double seconds) implements RecoveryEvent {}

  /** Rollback begins. */
  @JsonTypeName("RECOVERING")
  record Begun() implements RecoveryEvent {}

  /**
   * The steady state is back.
   *
   * @param seconds since the rollback began
   */
  @JsonTypeName("RECOVERED")
  record Recovered(double seconds) implements RecoveryEvent {}

  /**
   * The steady state did not come back, a rollback failed, or nobody waited for the end of it.
   *
   * @param outcome which of them
   * @param seconds from the beginning of the rollback until it was given up on
   * @param reason what is wrong
   */
  @JsonTypeName("RECOVERY_FAILED")
  record Failed(RecoveryOutcome outcome, double seconds, String reason) implements RecoveryEvent {}
}
