package io.chaoschapters.chaos;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.Targets;
import io.chaoschapters.monitor.BrokenMeasurementException;
import io.chaoschapters.monitor.InvariantStatus;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One experiment under way. All methods may be called from any thread.
 *
 * <p>Who begins a run calls {@link #recover()} on every path; what was begun is also undone when
 * {@link ChaosRunner#begin} throws, when its duration is over and when this JVM ends.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ExperimentRun {
  private static final long LOOK_FOR_END_MILLIS = 50;
  private static final Duration PREPARE_WITHIN = Duration.ofSeconds(30);

  private final Experiment experiment;
  private final ExperimentContext context;
  private final ScheduledExecutorService timer;
  private final TimedCall bounded;
  private final SteadyState steadyState;
  private final Rollback rollback;
  private final CountDownLatch aborted = new CountDownLatch(1);

  private volatile @Nullable String halted;
  private volatile @Nullable FaultHandle fault;
  private volatile @Nullable Future<?> ending;
  private volatile @Nullable Instant startedAt;
  private volatile @Nullable Instant observeUntil;
  private volatile @Nullable Observation baseline;
  private volatile @Nullable String witnessed;

  ExperimentRun(
      Experiment experiment,
      ExperimentContext context,
      ScheduledExecutorService timer,
      TimedCall bounded) {
    this.experiment = experiment;
    this.context = context;
    this.timer = timer;
    this.bounded = bounded;
    this.steadyState = new SteadyState(experiment.steadyState(), context.monitor());
    this.rollback = new Rollback(experiment, context, steadyState, bounded);
  }

  void begin() {
    try {
      steps();
    } catch (Throwable failure) {
      boolean interrupted = BeginFailure.takeInterrupt(failure);
      throw BeginFailure.of(experiment, failure, rollback.release(), interrupted);
    }
  }

  private void steps() throws InterruptedException {
    Targets.require(experiment, context.cluster());
    bounded.call(
        "Configuring the cluster",
        PREPARE_WITHIN,
        () -> context.cluster().configure(experiment.given()));
    stopIfAborted();
    // Before any load, because some invariants can be judged only while no client is served.
    Observation steady = awaitSteadyState();
    startLoad();
    awaitLeadIn();
    baseline = experiment.leadIn().isZero() ? steady : underLoad();
    if (!experiment.hasFault()) {
      startClock(Instant.now());
      return;
    }
    inject();
  }

  private void startLoad() {
    Experiment.Load load = experiment.load();
    if (load != null) {
      LoadHandle handle = new LoadHandle(load, context.journal(), bounded);
      rollback.load(handle);
      bounded.call("Starting the load", PREPARE_WITHIN, () -> handle.start(context.cluster()));
    }
    stopIfAborted();
  }

  /** The system as it is with its load and before the fault; nothing may be out of bounds. */
  private Observation underLoad() {
    Observation seen = context.monitor().observeNow();
    context.monitor().statuses().stream()
        .filter(status -> status.state() == InvariantStatus.State.VIOLATED)
        .findFirst()
        .ifPresent(
            status -> {
              throw new DirtyClusterException(
                  RootLocale.format(
                      "Experiment '%s' was not begun, because '%s' does not hold under its load alone.",
                      experiment.name(), status.invariant().statement()),
                  null);
            });
    return seen;
  }

  private Observation awaitSteadyState() {
    long begun = System.nanoTime();
    Duration within = experiment.steadyState().within();
    journal().append(SteadyState.waiting(within));
    try {
      Observation seen = steadyState.await(within, this::stopIfAborted);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      journal().append(new RecoveryEvent.SteadyState(Words.number(took)));
      return seen;
    } catch (WaitTimeoutException e) {
      throw new DirtyClusterException(
          RootLocale.format(
              "Experiment '%s' was not begun, because the cluster is not steady. %s",
              experiment.name(), sentences(e)),
          e);
    } catch (BrokenMeasurementException e) {
      throw new BrokenMeasurementException(
          RootLocale.format(
              "Experiment '%s' was not begun. %s", experiment.name(), Words.sentence(e)));
    }
  }

  private String sentences(WaitTimeoutException notSteady) {
    return Stream.concat(Stream.of(Words.sentence(notSteady)), context.cluster().hints().stream())
        .collect(Collectors.joining(" "));
  }

  private void awaitLeadIn() throws InterruptedException {
    if (aborted.await(experiment.leadIn().toNanos(), TimeUnit.NANOSECONDS)) {
      stopIfAborted();
    }
  }

  private void inject() {
    Targets.Plan plan = Targets.plan(experiment, context.cluster(), context.keepAtMost());
    plan.moved().forEach(journal()::note);
    FaultHandle handle = new FaultHandle(experiment, plan, context, bounded);
    fault = handle;
    rollback.fault(handle);
    stopIfAborted();
    handle.arm();
    handle.inject();
    startClock(handle.injectedAt().orElseThrow());
    witnessed = handle.awaitWitness(experiment.witnessWithin(), this::stopIfAborted);
    stopIfAborted();
  }

  /** The one place that says when a fault and its load are over. */
  private void startClock(Instant start) {
    startedAt = start;
    observeUntil = Instant.now().plus(experiment.duration()).plus(experiment.settle());
    FaultHandle handle = fault;
    if (handle != null) {
      Future<?> looking =
          timer.scheduleWithFixedDelay(
              handle::noticeEnd, LOOK_FOR_END_MILLIS, LOOK_FOR_END_MILLIS, TimeUnit.MILLISECONDS);
      rollback.timer(looking);
    }
    if (!experiment.halt().isEmpty()) {
      rollback.timer(
          timer.scheduleWithFixedDelay(
              this::haltIfMet, LOOK_FOR_END_MILLIS, LOOK_FOR_END_MILLIS, TimeUnit.MILLISECONDS));
    }
    endAfter(experiment.duration());
  }

  private void endAfter(Duration left) {
    Future<?> end = timer.schedule(rollback::durationOver, left.toNanos(), TimeUnit.NANOSECONDS);
    ending = end;
    rollback.timer(end);
  }

  /**
   * Keeps the fault and its load beyond their time, while a presenter reviews what became of it:
   * until {@link #recover()} or {@link #abort()}, and for as long as the context allows at most.
   *
   * @return false when nothing is kept, because the fault is over or ends by itself, or because
   *     nothing may be kept
   */
  public boolean keep() {
    FaultHandle handle = fault;
    Future<?> end = ending;
    if (handle == null
        || end == null
        || context.keepAtMost().isZero()
        || !handle.canBeKept()
        || !end.cancel(false)) {
      return false;
    }
    Duration left = Duration.between(Instant.now(), injectedAt().plus(handle.longest()));
    endAfter(left.isNegative() ? Duration.ZERO : left);
    handle.kept();
    return true;
  }

  /** Looks at what the monitor has seen; what it saw before the injection does not count. */
  private void haltIfMet() {
    Observation seen = context.monitor().latest().orElse(null);
    if (seen == null || halted != null || seen.at().isBefore(injectedAt())) {
      return;
    }
    List<InvariantStatus> statuses = context.monitor().statuses();
    experiment.halt().stream()
        .flatMap(condition -> condition.met(seen, statuses).stream())
        .findFirst()
        .ifPresent(this::halt);
  }

  private void halt(String reason) {
    halted = reason;
    journal().append(new FaultEvent.Halted(reason));
    // On a thread of its own: what is undone cancels the timer that calls this.
    DaemonThreads.thread("chapters-halt", this::abort).start();
  }

  /** Why a condition of the experiment has ended it early; empty when none has. */
  public Optional<ExperimentHaltedException> halted() {
    return Optional.ofNullable(halted)
        .map(reason -> new ExperimentHaltedException(experiment.name(), reason));
  }

  /**
   * Does nothing while no condition of the experiment has ended it.
   *
   * @throws ExperimentHaltedException when one has
   */
  public void requireNotHalted() {
    halted()
        .ifPresent(
            why -> {
              throw why;
            });
  }

  private void stopIfAborted() {
    requireNotHalted();
    if (isAborted()) {
      throw new ExperimentAbortedException(
          RootLocale.format(
              "Experiment '%s' was aborted before it was under way.", experiment.name()),
          null);
    }
  }

  public Experiment experiment() {
    return experiment;
  }

  /**
   * The last observation before the fault; for a control, the one with which its time began.
   *
   * @throws IllegalStateException before that observation
   */
  public Observation baseline() {
    return reached(baseline);
  }

  /**
   * When the injection of the fault began; for a control, when its time began.
   *
   * @throws IllegalStateException before that
   */
  public Instant injectedAt() {
    return reached(startedAt);
  }

  /**
   * When fault and settle time are over.
   *
   * @throws IllegalStateException before the fault is under way
   */
  public Instant observeUntil() {
    return reached(observeUntil);
  }

  private <T> T reached(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException(
          RootLocale.format("Experiment '%s' is not under way yet.", experiment.name()));
    }
    return value;
  }

  /** When the fault was undone, or had ended by itself; empty while it lasts, and for a control. */
  public Optional<Instant> faultEndedAt() {
    FaultHandle handle = fault;
    if (handle == null) {
      return Optional.empty();
    }
    handle.noticeEnd();
    return handle.endedAt();
  }

  /** What the witness saw of the fault; empty for a control and until it was seen. */
  public Optional<String> witnessed() {
    return Optional.ofNullable(witnessed);
  }

  /** Lead-in, fault and settle time together: what the run takes at least. */
  public Duration declared() {
    return experiment.declared();
  }

  /** Whether the fault is there; a fault that cannot say so counts as there. */
  public boolean isFaultActive() {
    FaultHandle handle = fault;
    return handle != null && handle.isActive();
  }

  /**
   * Ends fault and load at once, as the presenter may ask; {@link #recover()} is still to be
   * called. A {@link ChaosRunner#begin} under way throws {@link ExperimentAbortedException}.
   */
  public void abort() {
    aborted.countDown();
    rollback.release();
  }

  /** Whether {@link #abort()} was called. */
  public boolean isAborted() {
    return aborted.getCount() == 0;
  }

  /**
   * Undoes everything and waits until the steady state is back. Safe to call more than once: the
   * later calls return the first result.
   *
   * <p>It never throws: what goes wrong is in the result. An interrupt ends the wait for the steady
   * state, never the rollback.
   */
  public Recovery recover() {
    return rollback.recover();
  }

  boolean isReleased() {
    return rollback.isReleased();
  }

  /** Undoes a fault that is active while the JVM ends. */
  void releaseAtExit() {
    aborted.countDown();
    rollback.releaseAtExit(isFaultActive());
  }

  private Journal journal() {
    return context.journal();
  }
}
