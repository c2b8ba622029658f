package io.chaoschapters.run.view;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.ShowMode;
import io.chaoschapters.subject.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole run.
 *
 * @param started how it began; null until it has
 * @param startedAt when it began; null until it has
 * @param ready the cluster that serves; null until it does
 * @param metrics which metrics store answers, and why; empty until the cluster serves
 * @param ended how it ended; null while it lasts
 * @param endedAt when it ended, in seconds since its start; NaN while it lasts
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record RunFacts(
    RunEvent.@Nullable Started started,
    @Nullable Instant startedAt,
    RunEvent.@Nullable ClusterReady ready,
    String metrics,
    RunEvent.@Nullable Ended ended,
    double endedAt) {
  static final RunFacts NONE = new RunFacts(null, null, null, "", null, Double.NaN);
  private static final double NANOS = 1e9;

  RunFacts apply(JournalEntry entry) {
    RunEvent event = entry.event();
    if (event instanceof RunEvent.Started begun) {
      Instant at = entry.at().minusNanos(Math.round(entry.elapsed() * NANOS));
      return new RunFacts(begun, at, null, "", null, Double.NaN);
    }
    if (event instanceof RunEvent.ClusterReady serving) {
      return new RunFacts(started, startedAt, serving, serving.metrics(), ended, endedAt);
    }
    if (event instanceof RunEvent.MetricsChanged changed) {
      return new RunFacts(started, startedAt, ready, changed.metrics(), ended, endedAt);
    }
    if (event instanceof RunEvent.Ended over) {
      return new RunFacts(started, startedAt, ready, metrics, over, entry.elapsed());
    }
    return this;
  }

  /** Whether the run is over. */
  public boolean isOver() {
    return ended != null;
  }

  /** The subject's title; empty until the run has started. */
  public String title() {
    return started == null ? "" : started.title();
  }

  /** Which runtime, and why; empty until the run has started. */
  public String runtime() {
    return started == null ? "" : runtime(started);
  }

  /** The reason names the runtime by itself when it is a sentence. */
  static String runtime(RunEvent.Started started) {
    String reason = started.reason();
    return reason.contains(started.runtime())
        ? reason
        : "runtime " + started.runtime() + (reason.isEmpty() ? "" : ": " + reason);
  }

  /** What is not the real thing; empty when everything is. */
  public Optional<String> standIn() {
    if (ready != null && ready.standIn() != null) {
      return Optional.of(ready.standIn());
    }
    return started == null ? Optional.empty() : Optional.ofNullable(started.standIn());
  }

  /** The diagnoser; empty until the run has started. */
  public String diagnoser() {
    return started == null ? "" : started.diagnoser();
  }

  /** Whether it is played without a presenter, with the pauses that one would make. */
  public boolean isRehearsal() {
    return started != null && started.mode() == ShowMode.REHEARSE;
  }

  /** Seconds from one observation to the next. */
  public double pollSeconds() {
    return started == null || started.pollSeconds() <= 0 ? 1 : started.pollSeconds();
  }

  /** What is measured, in the subject's order. */
  public List<Signal> signals() {
    return started == null ? List.of() : started.signals();
  }

  /** The folder that the run leaves behind; empty until the run has started. */
  public String artifacts() {
    return started == null ? "" : started.artifacts();
  }
}
