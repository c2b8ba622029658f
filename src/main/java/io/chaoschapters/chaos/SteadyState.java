package io.chaoschapters.chaos;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.monitor.BrokenMeasurementException;
import io.chaoschapters.monitor.InvariantStatus;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks a steady-state hypothesis on observations of its own making, so that nothing older counts
 * and no time is lost until the monitor's next one.
 *
 * <p>An invariant that cannot be measured is not steady. One that watches the measurement itself
 * only spoils the state when it is known not to hold.
 */
final class SteadyState {
  private static final String WHAT = "steady state";
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** This many failures in a row are permanent. */
  private static final int GIVE_UP_AFTER = 3;

  private final Experiment.SteadyState hypothesis;
  private final MonitorDaemon monitor;

  /** Since when each invariant has been steady on every look of this wait. */
  private final Map<String, Long> steadySince = new HashMap<>();

  private int failedInARow;
  private volatile @Nullable BrokenMeasurementException broken;

  SteadyState(Experiment.SteadyState hypothesis, MonitorDaemon monitor) {
    this.hypothesis = hypothesis;
    this.monitor = monitor;
  }

  /** What the journal says of the wait for it. */
  static Waiting waiting(Duration atMost) {
    return Waiting.of(Waiting.Kind.STEADY_STATE, WHAT, atMost);
  }

  /**
   * Waits until it holds for the first time. A check or an observation that throws, other than
   * because something could not be reached, does not get better by waiting.
   *
   * @param beforeEachLook may throw to give the wait up
   * @return the observation on which it held
   * @throws io.chaoschapters.waiting.WaitTimeoutException when it does not hold in time
   * @throws BrokenMeasurementException when it cannot be found out
   */
  Observation await(Duration atMost, Runnable beforeEachLook) {
    AtomicReference<Observation> seen = new AtomicReference<>();
    failedInARow = 0;
    await(
        atMost,
        () -> {
          beforeEachLook.run();
          Progress progress = look(seen);
          requireSound(progress.last());
          return progress;
        });
    return seen.get();
  }

  /**
   * Waits until it holds again after a fault, which may break an observation for a while.
   *
   * @throws io.chaoschapters.waiting.WaitTimeoutException when it does not hold in time
   * @throws BrokenMeasurementException when it could not be found out before the fault, either
   */
  void awaitBack(Duration atMost) {
    BrokenMeasurementException before = broken;
    if (before != null) {
      throw before;
    }
    AtomicReference<Observation> seen = new AtomicReference<>();
    await(atMost, () -> look(seen));
  }

  private void await(Duration atMost, Supplier<Progress> look) {
    steadySince.clear();
    new Wait(WHAT, atMost, LOOK_EVERY).until(look);
  }

  private Progress look(AtomicReference<Observation> seen) {
    try {
      seen.set(monitor.observeNow());
      failedInARow = 0;
    } catch (RuntimeException e) {
      if (!isUnreachable(e)) {
        failedInARow++;
      }
      return Progress.notYet("the observation failed: " + Words.sentence(e));
    }
    List<String> open = notSteady();
    return open.isEmpty() ? Progress.reached() : Progress.notYet(String.join("; ", open));
  }

  private void requireSound(String last) {
    if (failedInARow >= GIVE_UP_AFTER) {
      throw broken(RootLocale.format("%s, %d times in a row", last, failedInARow));
    }
    monitor.statuses().stream()
        .filter(this::concerns)
        .flatMap(status -> monitor.failedCheck(status.invariant().id()).stream())
        .findFirst()
        .ifPresent(
            why -> {
              throw broken(why);
            });
  }

  private BrokenMeasurementException broken(String why) {
    BrokenMeasurementException failure =
        new BrokenMeasurementException("It cannot be told whether the cluster is steady: " + why);
    broken = failure;
    return failure;
  }

  /** What is not reached now may be reached soon; what a user's code does wrong is not mended. */
  private static boolean isUnreachable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  private List<String> notSteady() {
    return monitor.statuses().stream()
        .filter(this::concerns)
        .filter(status -> !isSteadyForLongEnough(status))
        .map(SteadyState::words)
        .toList();
  }

  private boolean concerns(InvariantStatus status) {
    return status.invariant().kind() == Invariant.Kind.MEASUREMENT
        || hypothesis.invariants().isEmpty()
        || hypothesis.invariants().contains(status.invariant().id());
  }

  private boolean isSteadyForLongEnough(InvariantStatus status) {
    String id = status.invariant().id();
    if (!isSteady(status)) {
      steadySince.remove(id);
      return false;
    }
    long now = System.nanoTime();
    long since = steadySince.computeIfAbsent(id, first -> now);
    return now - since >= status.invariant().steadyFor().toNanos();
  }

  private static boolean isSteady(InvariantStatus status) {
    if (status.invariant().kind() == Invariant.Kind.MEASUREMENT) {
      return status.state() != InvariantStatus.State.VIOLATED;
    }
    return status.state() == InvariantStatus.State.HOLDS && inBounds(status);
  }

  /** Hysteresis may call an invariant good whose newest value is not. */
  private static boolean inBounds(InvariantStatus status) {
    Double value = status.measurement().reading().value();
    return value != null && status.measurement().bound().contains(value);
  }

  static String words(InvariantStatus status) {
    Reading reading = status.measurement().reading();
    Double value = reading.value();
    if (value == null) {
      return RootLocale.format("'%s' is unknown (%s)", status.invariant().id(), reading.why());
    }
    String unit = status.invariant().unit();
    String judged = inBounds(status) ? "in bounds, but not for long enough" : "out of bounds";
    return RootLocale.format(
        "'%s' is %s (%s%s, bound %s)",
        status.invariant().id(),
        judged,
        Numbers.plain(value),
        unit.isEmpty() ? "" : " " + unit,
        status.measurement().bound().words());
  }
}
