package io.chaoschapters.junit;

import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.monitor.Violation;
import io.chaoschapters.subject.Invariant;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Measures how soon something was seen of an experiment. */
final class Detection {
  private Detection() {}

  /** Seconds from the injection to the first violation of the system; null when there is none. */
  static @Nullable Double seconds(MonitorDaemon monitor, ExperimentRun run) {
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
