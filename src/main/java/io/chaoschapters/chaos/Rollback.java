package io.chaoschapters.chaos;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import io.chaoschapters.waiting.WaitInterruptedException;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Undoes one run: fault first, then load, then repair, each whatever became of the others.
 *
 * <p>A step that failed is kept as a failure and tried again on the next call; nothing throws.
 */
final class Rollback {
  private static final Duration REPAIR_WITHIN = Duration.ofSeconds(30);

  /** The cluster ends right after it, and what was not rolled back with it. */
  static final Duration EXIT_WITHIN = Duration.ofSeconds(2);

  private final Experiment experiment;
  private final ExperimentContext context;
  private final SteadyState steadyState;
  private final TimedCall bounded;
  private final List<Future<?>> timers = new CopyOnWriteArrayList<>();

  private volatile @Nullable FaultHandle fault;
  private volatile @Nullable LoadHandle load;
  private volatile boolean released;
  private boolean repaired;
  private long recoveringSince;
  private @Nullable Recovery result;

  Rollback(
      Experiment experiment,
      ExperimentContext context,
      SteadyState steadyState,
      TimedCall bounded) {
    this.experiment = experiment;
    this.context = context;
    this.steadyState = steadyState;
    this.bounded = bounded;
  }

  void fault(FaultHandle handle) {
    fault = handle;
  }

  void load(LoadHandle handle) {
    load = handle;
  }

  void timer(Future<?> future) {
    timers.add(future);
  }

  /** Ends fault and load because their time is over; recovery is still to come. */
  void durationOver() {
    List<String> failures = new ArrayList<>();
    endFault(failures);
    stopLoad(failures);
    for (String failure : List.copyOf(failures)) {
      attempt(failures, "Journal", () -> note(failure));
    }
  }

  /** Undoes everything and returns what failed. */
  List<String> release() {
    List<String> failures = endAll();
    repair(failures);
    released = true;
    return failures;
  }

  private List<String> endAll() {
    List<String> failures = new ArrayList<>();
    timers.forEach(timer -> timer.cancel(false));
    announce(failures);
    endFault(failures);
    stopLoad(failures);
    return failures;
  }

  boolean isReleased() {
    return released;
  }

  private synchronized void announce(List<String> failures) {
    FaultHandle handle = fault;
    if (recoveringSince == 0 && handle != null && handle.wasInjected()) {
      recoveringSince = System.nanoTime();
      attempt(failures, "Journal", () -> append(new RecoveryEvent.Begun()));
    }
  }

  private void endFault(List<String> failures) {
    FaultHandle handle = fault;
    if (handle != null) {
      attempt(failures, "Rollback", handle::end);
    }
  }

  private void stopLoad(List<String> failures) {
    LoadHandle handle = load;
    if (handle != null) {
      attempt(failures, "Stopping the load", handle::stop);
    }
  }

  private synchronized void repair(List<String> failures) {
    FaultHandle handle = fault;
    boolean touched = handle == null ? !experiment.hasFault() : handle.wasInjected();
    if (touched && !repaired && experiment.rollback().contains(Experiment.RollbackStep.REPAIR)) {
      Optional<String> failure = bounded.run("Repair", REPAIR_WITHIN, context.cluster()::repair);
      failure.ifPresent(failures::add);
      repaired = failure.isEmpty();
    }
  }

  synchronized Recovery recover() {
    Recovery known = result;
    if (known != null) {
      return known;
    }
    long since = System.nanoTime();
    List<String> failures = release();
    if (recoveringSince == 0) {
      recoveringSince = since;
      attempt(failures, "Journal", () -> append(new RecoveryEvent.Begun()));
    }
    Duration within = experiment.recoveryWithin();
    attempt(failures, "Journal", () -> append(SteadyState.waiting(within)));
    SteadyWait wait = awaitSteadyState();
    Duration took = Duration.ofNanos(System.nanoTime() - recoveringSince);
    attempt(failures, "Journal", () -> write(judge(failures, wait, took)));
    Recovery recovery = judge(failures, wait, took);
    result = recovery;
    return recovery;
  }

  /** How the wait for the steady state came out, and for people what is to be said of it. */
  private record SteadyWait(RecoveryOutcome outcome, String words) {}

  private SteadyWait awaitSteadyState() {
    try {
      steadyState.awaitBack(experiment.recoveryWithin());
      return new SteadyWait(RecoveryOutcome.RECOVERED, "");
    } catch (WaitTimeoutException e) {
      return notRecovered(Words.sentence(e));
    } catch (WaitInterruptedException e) {
      String done = fault == null ? "The load was stopped" : "The fault was undone";
      return new SteadyWait(
          RecoveryOutcome.CUT_SHORT,
          done + "; nobody waited until the steady state was back. " + Words.sentence(e));
    } catch (RuntimeException e) {
      return notRecovered("The wait for the steady state failed: " + Words.sentence(e));
    }
  }

  private static SteadyWait notRecovered(String why) {
    return new SteadyWait(RecoveryOutcome.NOT_RECOVERED, "The cluster did not recover. " + why);
  }

  private static Recovery judge(List<String> failures, SteadyWait wait, Duration took) {
    boolean steady = wait.outcome() == RecoveryOutcome.RECOVERED;
    String steadyWords =
        steady
            ? RootLocale.format("The steady state was back after %s s.", Words.seconds(took))
            : wait.words();
    if (failures.isEmpty()) {
      return new Recovery(wait.outcome(), steady, took, failures, steadyWords);
    }
    return new Recovery(
        RecoveryOutcome.ROLLBACK_FAILED,
        steady,
        took,
        failures,
        String.join(" ", failures)
            + " "
            + (wait.outcome() == RecoveryOutcome.CUT_SHORT
                ? "The wait for the steady state was cut short."
                : steadyWords));
  }

  private Optional<String> write(Recovery recovery) {
    double seconds = Words.number(recovery.took());
    return append(
        recovery.isClean()
            ? new RecoveryEvent.Recovered(seconds)
            : new RecoveryEvent.Failed(recovery.state(), seconds, recovery.sentence()));
  }

  /**
   * Undoes what is active while the JVM ends, within two seconds. The cluster ends with it, so it
   * is not repaired.
   */
  void releaseAtExit(boolean faultIsActive) {
    if (released) {
      return;
    }
    List<String> failures = new CopyOnWriteArrayList<>();
    if (faultIsActive) {
      attempt(
          failures,
          "Journal",
          () -> note("The JVM ends while a fault is active; it is rolled back now."));
    }
    bounded
        .run("Undoing at exit", EXIT_WITHIN, () -> failures.addAll(endAll()))
        .ifPresent(failures::add);
    if (!failures.isEmpty()) {
      attempt(failures, "Journal", () -> note(String.join(" ", failures)));
    }
  }

  private Optional<String> note(String text) {
    return append(new RunEvent.Note(text));
  }

  private Optional<String> append(RunEvent event) {
    context.journal().append(event);
    return Optional.empty();
  }

  private static void attempt(List<String> failures, String what, Supplier<Optional<String>> step) {
    try {
      step.get().ifPresent(failures::add);
    } catch (RuntimeException e) {
      failures.add(RootLocale.format("%s failed: %s", what, Words.sentence(e)));
    }
  }
}
