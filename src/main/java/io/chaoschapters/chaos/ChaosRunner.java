package io.chaoschapters.chaos;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.InvalidExperimentException;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.ExitHook;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apiguardian.api.API;

/**
 * Runs experiments, one at a time, and leaves no fault and no load behind.
 *
 * <p>While it is open, a fault that is active when this JVM ends is rolled back first.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChaosRunner implements AutoCloseable {
  /** A little more than what undoing at exit may take. */
  private static final Duration RELEASE_WITHIN = Rollback.EXIT_WITHIN.plusSeconds(1);

  private final ScheduledThreadPoolExecutor timer;
  private final TimedCall bounded = new TimedCall();
  private final AtomicReference<ExperimentRun> latest = new AtomicReference<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final ExitHook exitHook;

  /** Makes a runner and has it told when the JVM ends. */
  public ChaosRunner() {
    timer = new ScheduledThreadPoolExecutor(2, DaemonThreads.named("chapters-chaos-timer"));
    timer.setRemoveOnCancelPolicy(true);
    exitHook = new ExitHook("chapters-chaos-exit", this::releaseAtExit).set();
  }

  /**
   * Brings an experiment under way and returns while its fault lasts: configure, start the load,
   * wait for the steady state and the lead-in, arm, inject, witness.
   *
   * <p>When it throws, fault and load are already undone; {@link #recover()} then tells whether the
   * cluster is clean.
   *
   * @throws DirtyClusterException when the steady state does not hold in time
   * @throws io.chaoschapters.monitor.BrokenMeasurementException when it cannot be found out
   * @throws InvalidInjectionException when no witness sees the fault in time
   * @throws InvalidExperimentException when a target is not there
   * @throws ExperimentAbortedException when it was aborted, or the thread was interrupted, which
   *     then is interrupted still
   * @throws IllegalStateException when another experiment is under way
   */
  public ExperimentRun begin(Experiment experiment, ExperimentContext context) {
    ExperimentRun run = new ExperimentRun(experiment, context, timer, bounded);
    ExperimentRun before = latest.get();
    if (before != null && !before.isReleased() || !latest.compareAndSet(before, run)) {
      throw new IllegalStateException(
          RootLocale.format(
              "Experiment '%s' cannot begin: another one is under way and must recover first.",
              experiment.name()));
    }
    run.begin();
    return run;
  }

  /** The run that was begun last, also when its beginning failed; empty before the first. */
  public Optional<ExperimentRun> latest() {
    return Optional.ofNullable(latest.get());
  }

  /** Aborts the run that was begun last, if there is one. */
  public void abort() {
    latest().ifPresent(ExperimentRun::abort);
  }

  /** Recovers the run that was begun last, if there is one. */
  public Optional<Recovery> recover() {
    return latest().map(ExperimentRun::recover);
  }

  private void releaseAtExit() {
    try {
      latest().ifPresent(ExperimentRun::releaseAtExit);
    } finally {
      released.countDown();
    }
  }

  /** Undoes what is under way, without waiting for the steady state. */
  @Override
  public void close() {
    if (!exitHook.remove()) {
      awaitRelease(); // The JVM ends: the hook is running and needs the threads.
      return;
    }
    latest().filter(run -> !run.isReleased()).ifPresent(ExperimentRun::abort);
    timer.shutdownNow();
    bounded.close();
  }

  private void awaitRelease() {
    try {
      released.await(RELEASE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
