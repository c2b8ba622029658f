package io.chaoschapters.chaos;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.Targets;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fault of one run on its way from intent to undone, each step in the journal and the ledger.
 *
 * <p>It can be ended from any thread at any time, also while it is being injected: the injecting
 * thread then ends it again when it is through.
 */
final class FaultHandle {
  private static final Duration ROLLBACK_WITHIN = Duration.ofSeconds(30);

  /** A fault that knows its time limit describes what is left better than a timeout here would. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private static final Duration INJECT_WITHIN = Duration.ofSeconds(30);

  private final String experiment;
  private final String name;
  private final List<String> targets;
  private final double seconds;
  private final Fault fault;
  private final Duration rollbackWithin;
  private final Duration longest;
  private final Duration limit;
  private final ExperimentContext context;
  private final TimedCall bounded;
  private final Object ending = new Object();

  private volatile boolean armed;
  private volatile boolean injected;
  private volatile boolean ended;
  private volatile boolean endRequested;
  private boolean injecting;
  private boolean rolledBack;
  private long ledgerId;
  private Watchdog.@Nullable Watch watch;
  private volatile @Nullable Instant injectedAt;
  private volatile @Nullable Instant endedAt;

  FaultHandle(
      Experiment experiment, Targets.Plan plan, ExperimentContext context, TimedCall bounded) {
    List<Experiment.Method> methods = experiment.methods();
    this.experiment = experiment.name();
    this.name = methods.stream().map(m -> m.fault().name()).collect(Collectors.joining(" and "));
    this.targets = plan.ids();
    this.seconds = Words.number(experiment.duration());
    this.fault = FaultsTogether.of(plan.faults());
    Duration asked = experiment.rollbackWithin();
    this.rollbackWithin = asked == null ? ROLLBACK_WITHIN : asked.plus(LAST_WORDS);
    // It is rolled back when its time is over, and again when its chapter is.
    this.longest = experiment.duration().plus(context.keepAtMost());
    this.limit = longest.plus(rollbackWithin.multipliedBy(2));
    this.context = context;
    this.bounded = bounded;
  }

  /** Writes the intent and how it is undone to the disk, and has it limited from outside. */
  void arm() {
    List<UndoStep> undo = fault.undo();
    List<String> words = undo.stream().map(UndoStep::description).toList();
    context.journal().appendDurably(new FaultEvent.Armed(name, targets, seconds, words));
    ledgerId = context.ledger().arm(experiment, name, undo);
    armed = true;
    watch = context.watchdog().endAfter(limit);
  }

  /** Injects it, unless its end was requested before. */
  void inject() {
    synchronized (ending) {
      if (endRequested) {
        throw new ExperimentAbortedException(
            RootLocale.format(
                "Experiment '%s' was aborted before '%s' was injected.", experiment, name),
            null);
      }
      injected = true;
      injecting = true;
      injectedAt = Instant.now();
    }
    try {
      bounded.call("Injection of '" + name + "'", INJECT_WITHIN, this::injectNow);
    } catch (RuntimeException | Error e) {
      try {
        tellAtOnce(e);
      } catch (RuntimeException unwritten) {
        e.addSuppressed(unwritten);
      }
      throw e;
    }
    context.journal().append(new FaultEvent.Injected(name, targets, seconds));
  }

  /** The exception reaches its chapter after the rollback, which may take as long as its limit. */
  private void tellAtOnce(Throwable failure) {
    if (!endRequested && !Thread.currentThread().isInterrupted()) {
      context
          .journal()
          .note(
              RootLocale.format(
                  "'%s' could not be injected and is rolled back: %s",
                  name, Words.sentence(failure)));
    }
  }

  /** An injection that outlasts its time limit is rolled back as soon as it returns. */
  private void injectNow() {
    boolean endAgain;
    try {
      fault.inject();
    } finally {
      synchronized (ending) {
        injecting = false;
        rolledBack = false;
        endAgain = endRequested;
      }
      if (endAgain) {
        end().ifPresent(context.journal()::note);
      }
    }
  }

  /** Waits until the witness has seen it and returns what was seen. */
  String awaitWitness(Duration within, Runnable beforeEachLook) {
    AtomicReference<String> statement = new AtomicReference<>("no witness was asked");
    String what = "witness of '" + name + "'";
    context.journal().append(Waiting.of(Waiting.Kind.WITNESS, what, within));
    try {
      Wait.atMost(what, within)
          .until(
              () -> {
                beforeEachLook.run();
                WitnessReport report = look();
                statement.set(report.statement());
                return report.seen() ? Progress.reached() : Progress.notYet(report.statement());
              });
    } catch (WaitTimeoutException e) {
      context.journal().append(new FaultEvent.NotWitnessed(statement.get()));
      throw new InvalidInjectionException(
          RootLocale.format(
              "Invalid injection: no witness saw '%s' within %s s of experiment '%s'; last: %s",
              name, Words.seconds(within), experiment, statement.get()),
          e);
    }
    context.journal().append(new FaultEvent.Witnessed(statement.get()));
    return statement.get();
  }

  private WitnessReport look() {
    try {
      return fault.witness();
    } catch (RuntimeException e) {
      return new WitnessReport(false, "the witness itself failed: " + Words.sentence(e));
    }
  }

  /** Whether it is there; one that cannot say so counts as there. */
  boolean isActive() {
    return injected && !isOver();
  }

  private boolean isOver() {
    if (ended) {
      return true;
    }
    try {
      return injected && fault.isOver();
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Whether it is there, and stays there until it is rolled back. */
  boolean canBeKept() {
    return isActive() && fault.lastsUntilRollback();
  }

  /** How long it may last at most, from its injection on. */
  Duration longest() {
    return longest;
  }

  /** Writes down that it is kept. */
  void kept() {
    context.journal().append(new FaultEvent.Kept(name, Words.number(longest)));
  }

  /** When its injection began; empty before. */
  Optional<Instant> injectedAt() {
    return Optional.ofNullable(injectedAt);
  }

  /** When it was undone, or had ended by itself; empty while it lasts. */
  Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  boolean wasInjected() {
    return injected;
  }

  /** Writes down that it has ended by itself, if it has. */
  void noticeEnd() {
    if (isOver()) {
      synchronized (ending) {
        markEnded();
      }
    }
  }

  /** Rolls it back; what went wrong, in one sentence. What failed is tried again next time. */
  Optional<String> end() {
    endRequested = true;
    synchronized (ending) {
      if (!injected) {
        forget();
        return Optional.empty();
      }
      if (rolledBack) {
        return Optional.empty();
      }
      Optional<String> failure =
          bounded.run("Rollback of '" + name + "'", rollbackWithin, fault::rollback);
      rolledBack = failure.isEmpty();
      if (!injecting && (rolledBack || isOver())) {
        markEnded();
      }
      return failure;
    }
  }

  /**
   * Returns whether it is news that the fault is over. Also when that cannot be written down, as on
   * a full disk, nothing is left that would have to be ended from outside.
   */
  private boolean forget() {
    try {
      boolean news = armed && context.ledger().undone(ledgerId);
      armed = false;
      return news;
    } finally {
      lift();
    }
  }

  private void lift() {
    Watchdog.Watch watched = watch;
    if (watched != null) {
      watch = null;
      watched.close();
    }
  }

  private void markEnded() {
    if (ended) {
      return;
    }
    ended = true;
    endedAt = Instant.now();
    if (!forget()) {
      return; // It was over with its cluster.
    }
    Instant since = injectedAt().orElseThrow();
    double lasted = Words.number(Duration.between(since, Instant.now()));
    context.journal().append(new FaultEvent.Ended(name, lasted, null));
  }
}
