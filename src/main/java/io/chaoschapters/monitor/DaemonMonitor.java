package io.chaoschapters.monitor;

import io.chaoschapters.run.Waiting;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A chapter's view of the daemon. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DaemonMonitor implements Monitor {
  private final MonitorDaemon daemon;
  private final Journal journal;
  private final Instant from;
  private final Instant until;
  private final Runnable requireGoingOn;
  private volatile @Nullable Violation awaited;

  /**
   * A view on the daemon while something is done that may end early.
   *
   * @param from when the chapter's observation begins
   * @param until when what the chapter does to the system has had its time to show
   * @param requireGoingOn throws when it has ended early, so that no caller waits for its effects
   */
  public DaemonMonitor(
      MonitorDaemon daemon, Journal journal, Instant from, Instant until, Runnable requireGoingOn) {
    this.requireGoingOn = requireGoingOn;
    this.daemon = daemon;
    this.journal = journal;
    this.from = from;
    this.until = until;
  }

  @Override
  public Violation awaitViolation(String invariant) {
    requireKnown(invariant);
    try {
      Duration atMost = left(daemon.period().multipliedBy(2));
      await(
          Waiting.forViolation(invariant, atMost),
          atMost,
          () ->
              find(invariant).isPresent()
                  ? Progress.reached()
                  : Progress.notYet(lastMeasured(invariant)));
    } catch (WaitTimeoutException e) {
      if (isUnknown(invariant)) {
        throw new UnknownReadingException(Failure.words(e), e);
      }
      throw e;
    }
    Violation found = find(invariant).orElseThrow();
    awaited = found;
    return found;
  }

  /** The violation that was waited for last; without one, the first that was raised. */
  public Optional<Violation> awaited() {
    return Optional.ofNullable(awaited).or(() -> violations().stream().findFirst());
  }

  @Override
  public void awaitEnd() {
    Duration atMost = left(daemon.period());
    await(
        Waiting.of(Waiting.Kind.END, "end of the observation", atMost),
        atMost,
        () ->
            Instant.now().isBefore(until)
                ? Progress.notYet("the time is not over")
                : Progress.reached());
    daemon.observeNow();
  }

  /** What is left of the experiment's time, and something more. */
  private Duration left(Duration more) {
    Duration left = Duration.between(Instant.now(), until).plus(more);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void await(Waiting waiting, Duration atMost, Supplier<Progress> condition) {
    journal.append(waiting);
    Wait.atMost(waiting.what(), atMost)
        .until(
            () -> {
              requireGoingOn.run();
              requireSoundMeasurement();
              return condition.get();
            });
  }

  @Override
  public List<Violation> violations() {
    requireSoundMeasurement();
    return daemon.violationsSince(from).stream()
        .filter(v -> v.invariant().kind() == Invariant.Kind.SYSTEM)
        .toList();
  }

  @Override
  public InvariantStatus status(String invariant) {
    requireKnown(invariant);
    return daemon.statuses().stream()
        .filter(status -> status.invariant().id().equals(invariant))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nothing was observed yet."));
  }

  @Override
  public Optional<Observation> latest() {
    return daemon.latest();
  }

  @Override
  public Observation observeNow() {
    return daemon.observeNow();
  }

  @Override
  public List<Observation> observations() {
    return daemon.since(from);
  }

  private void requireSoundMeasurement() {
    daemon.violationsSince(from).stream()
        .filter(v -> v.invariant().kind() == Invariant.Kind.MEASUREMENT)
        .findFirst()
        .ifPresent(
            v -> {
              throw new BrokenMeasurementException(
                  "The measurement is broken, so nothing is judged: " + v.sentence());
            });
  }

  private void requireKnown(String invariant) {
    List<String> known = daemon.invariants().stream().map(Invariant::id).toList();
    if (!known.contains(invariant)) {
      throw new IllegalArgumentException(
          RootLocale.format("No invariant '%s' (known: %s).", invariant, String.join(", ", known)));
    }
  }

  private Optional<Violation> find(String invariant) {
    return daemon.violationsSince(from).stream()
        .filter(v -> v.invariant().id().equals(invariant))
        .findFirst();
  }

  private boolean isUnknown(String invariant) {
    return daemon.statuses().stream()
        .anyMatch(
            s ->
                s.invariant().id().equals(invariant) && s.state() == InvariantStatus.State.UNKNOWN);
  }

  private String lastMeasured(String invariant) {
    return daemon.statuses().stream()
        .filter(s -> s.invariant().id().equals(invariant))
        .map(
            s ->
                s.measurement().reading().isKnown()
                    ? s.measurement().reading().value()
                        + " ("
                        + s.measurement().bound().words()
                        + ")"
                    : "unknown: " + s.measurement().reading().why())
        .findFirst()
        .orElse("not observed yet");
  }
}
