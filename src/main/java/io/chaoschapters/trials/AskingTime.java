package io.chaoschapters.trials;

import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.monitor.Violation;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Waits for the moment at which a diagnosis is asked for, as the experiment says. */
final class AskingTime {
  private final Experiment.Ask ask;
  private final boolean isControl;
  private final ExperimentRun run;
  private final Monitor monitor;

  AskingTime(ExperimentRun run, Monitor monitor) {
    this.ask = run.experiment().ask();
    this.isControl = run.experiment().isControl();
    this.run = run;
    this.monitor = monitor;
  }

  /**
   * Returns then; at the latest when fault and settle time are over. What is not to be seen by then
   * is not waited for any longer: the diagnoser is asked all the same.
   *
   * @throws io.chaoschapters.monitor.BrokenMeasurementException when the measurement breaks
   */
  void await() {
    Duration after = ask.after();
    if (ask.violations().isEmpty() && after == null && isControl) {
      monitor.awaitEnd();
      return;
    }
    boolean atOnce = ask.violations().isEmpty() && after != null;
    Instant from = atOnce ? run.injectedAt() : violated();
    if (after != null) {
      until(from.plus(after));
    }
    monitor.observeNow();
  }

  /** When the violations were raised that are waited for, the last of them; empty without. */
  Optional<Instant> violatedAt() {
    List<Instant> raised =
        monitor.violations().stream()
            .filter(
                violation ->
                    ask.violations().isEmpty()
                        || ask.violations().contains(violation.invariant().id()))
            .collect(
                Collectors.toMap(
                    v -> v.invariant().id(), Violation::raised, (first, again) -> first))
            .values()
            .stream()
            .sorted()
            .toList();
    if (ask.violations().isEmpty()) {
      return raised.stream().findFirst();
    }
    return raised.size() < ask.violations().size()
        ? Optional.empty()
        : Optional.of(raised.get(raised.size() - 1));
  }

  private Instant violated() {
    Wait.atMost("violations of " + run.experiment().name(), left(run.observeUntil()))
        .until(
            () -> {
              run.requireNotHalted();
              return isViolated() || !Instant.now().isBefore(run.observeUntil())
                  ? Progress.reached()
                  : Progress.notYet("in bounds");
            });
    return Instant.now();
  }

  private boolean isViolated() {
    Set<String> seen =
        monitor.violations().stream()
            .map(Violation::invariant)
            .map(invariant -> invariant.id())
            .collect(Collectors.toSet());
    return ask.violations().isEmpty() ? !seen.isEmpty() : seen.containsAll(ask.violations());
  }

  private void until(Instant moment) {
    Instant end = moment.isBefore(run.observeUntil()) ? moment : run.observeUntil();
    Wait.atMost("the time to ask", left(end))
        .until(
            () -> {
              run.requireNotHalted();
              return Instant.now().isBefore(end)
                  ? Progress.notYet("it is not time yet")
                  : Progress.reached();
            });
  }

  /** The condition ends the wait; the bound is there for a clock that is set back. */
  private static Duration left(Instant end) {
    Duration left = Duration.between(Instant.now(), end);
    return (left.isNegative() ? Duration.ZERO : left).plusSeconds(2);
  }
}
