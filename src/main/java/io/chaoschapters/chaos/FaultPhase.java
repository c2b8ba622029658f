package io.chaoschapters.chaos;

import io.chaoschapters.monitor.InvariantStatus;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.subject.Invariant;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What the chaos indicator shows. It is computed from the fault and the invariants; nobody sets it.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum FaultPhase {
  /** No fault is active and every invariant of the system holds. */
  NORMAL,
  /** A fault is active. */
  INJECTING,
  /** A fault is over, and an invariant does not hold yet. */
  RECOVERING,
  /** It cannot be told, or something does not hold though no fault was injected. */
  UNKNOWN;

  static FaultPhase of(FaultActivity activity, MonitorDaemon monitor) {
    return switch (activity) {
      case ACTIVE -> INJECTING;
      case UNCLEAR -> UNKNOWN;
      case NONE, OVER -> ofInvariants(activity, monitor);
    };
  }

  private static FaultPhase ofInvariants(FaultActivity activity, MonitorDaemon monitor) {
    List<InvariantStatus.State> states =
        monitor.statuses().stream()
            .filter(status -> status.invariant().kind() == Invariant.Kind.SYSTEM)
            .map(InvariantStatus::state)
            .toList();
    if (monitor.trouble().isPresent() || states.isEmpty()) {
      return UNKNOWN;
    }
    if (states.contains(InvariantStatus.State.VIOLATED)) {
      return activity == FaultActivity.OVER ? RECOVERING : UNKNOWN;
    }
    return states.contains(InvariantStatus.State.UNKNOWN) ? UNKNOWN : NORMAL;
  }
}
