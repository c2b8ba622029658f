package io.chaoschapters.session;

import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.monitor.Violation;
import io.chaoschapters.subject.Invariant;
import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Measures how soon something was seen of an experiment. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Detection {
  private Detection() {}

  /** Seconds from the injection to the first violation of the system; null when there is none. */
  public static @Nullable Double seconds(MonitorDaemon monitor, ExperimentRun run) {
    Instant injected = run.injectedAt();
    return monitor.violationsSince(injected).stream()
        .filter(violation -> violation.invariant().kind() == Invariant.Kind.SYSTEM)
        .map(Violation::raised)
        .filter(raised -> !raised.isBefore(injected))
        .findFirst()
        .map(raised -> Duration.between(injected, raised).toNanos() / 1e9)
        .orElse(null);
  }
}
