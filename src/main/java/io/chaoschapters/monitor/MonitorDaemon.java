package io.chaoschapters.monitor;

import io.chaoschapters.metrics.MetricSource;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.WaitInterruptedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Observes a cluster at a steady pace, checks its invariants and writes violations to the journal.
 *
 * <p>An observation that fails is recorded, the next one is made all the same, and older values
 * never take its place. While observations take longer than the period, they are a whole period
 * apart, and one that is requested in between is next.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MonitorDaemon implements AutoCloseable {
  private static final int HISTORY = 900;
  private static final double NANOS = 1e9;
  private static final Duration LAST_OBSERVATION = Duration.ofSeconds(3);

  /** Fair: the next observation at the steady pace does not go before one that was asked for. */
  private final ReentrantLock observing = new ReentrantLock(true);

  private final Observer observer;
  private final List<InvariantChecker> checkers;
  private final Journal journal;
  private final Duration period;
  private final ScheduledExecutorService scheduler;
  private final Deque<Observation> history = new ArrayDeque<>();
  private final List<Violation> over = new ArrayList<>();
  private final List<Consumer<Violation>> listeners = new CopyOnWriteArrayList<>();
  private List<InvariantStatus> statuses = List.of();
  private List<Violation> violations = List.of();
  private Map<String, String> broken = Map.of();
  private @Nullable String trouble;

  /** Failures of observations and checks that were reported; used by the observing thread only. */
  private final Set<String> told = new HashSet<>();

  /** Used by the scheduler's thread only. */
  private boolean slow;

  /** Makes a daemon that does not run yet. */
  public MonitorDaemon(
      Subject<?> subject,
      Cluster cluster,
      MetricSource metrics,
      Duration period,
      Journal journal,
      Clock clock) {
    this.observer = new Observer(cluster, metrics, subject.signals(), clock);
    this.checkers =
        subject.invariants().stream()
            .map(invariant -> new InvariantChecker(invariant, period.multipliedBy(4).dividedBy(5)))
            .toList();
    this.journal = journal;
    this.period = period;
    this.scheduler =
        Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("chapters-monitor"));
  }

  /** Begins to observe. */
  public void start() {
    scheduler.execute(() -> tick(System.nanoTime()));
  }

  /**
   * Calls a listener for each violation that is raised from now on, once others can see it.
   *
   * @param listener is called by the observing thread, so it must be quick
   * @return removes the listener
   */
  public Runnable whenRaised(Consumer<Violation> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The time from one observation to the next. */
  public Duration period() {
    return period;
  }

  private void tick(long due) {
    long began = System.nanoTime();
    try {
      observeNow();
    } catch (RuntimeException e) {
      synchronized (history) {
        trouble = "an observation failed: " + Failure.words(e);
      }
    }
    long ended = System.nanoTime();
    long next = due + period.toNanos();
    if (next < ended) {
      next = ended + period.toNanos();
    }
    tellPace(ended - began);
    schedule(next, ended);
  }

  private void schedule(long due, long now) {
    try {
      scheduler.schedule(() -> tick(due), due - now, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // It is closed.
    }
  }

  /** Once when it becomes slow, once when it is as fast as it should be again. */
  private void tellPace(long nanos) {
    if (slow == nanos > period.toNanos()) {
      return;
    }
    slow = !slow;
    journal.note(
        slow
            ? RootLocale.format(
                "An observation took %.1f s, longer than the period of %.1f s; until they are faster, observations are made less often.",
                nanos / NANOS, period.toNanos() / NANOS)
            : "Observations are made at the steady pace again.");
  }

  /** Makes an observation in the caller's thread, after the one that is under way, if any. */
  public Observation observeNow() {
    observing.lock();
    try {
      Observation observation = observed();
      List<Runnable> news = new ArrayList<>();
      List<Violation> raised = new ArrayList<>();
      checkers.forEach(checker -> news.add(check(checker, observation, raised)));
      List<InvariantStatus> checked = checkers.stream().flatMap(c -> c.status().stream()).toList();
      Map<String, String> failed = new LinkedHashMap<>();
      checkers.forEach(c -> c.failure().ifPresent(why -> failed.put(c.invariant().id(), why)));
      failed.values().forEach(this::tellOnce);
      journal.append(MonitorEvents.observed(observation, checked));
      news.forEach(Runnable::run);
      // Seen by others only now, so that no reader acts on what the journal does not say yet.
      publish(observation, checked, failed);
      raised.forEach(violation -> listeners.forEach(listener -> listener.accept(violation)));
      return observation;
    } finally {
      observing.unlock();
    }
  }

  private Observation observed() {
    try {
      return observer.observe();
    } catch (WaitInterruptedException e) {
      throw e;
    } catch (RuntimeException e) {
      tellOnce("observation failed: " + Failure.words(e));
      throw e;
    }
  }

  /** When it happens for the first time; what goes on failing would drown the rest. */
  private void tellOnce(String note) {
    if (told.add(note)) {
      journal.note(note);
    }
  }

  private void publish(
      Observation observation, List<InvariantStatus> checked, Map<String, String> failed) {
    List<Violation> lasting = checkers.stream().flatMap(c -> c.current().stream()).toList();
    synchronized (history) {
      trouble = null;
      history.addLast(observation);
      while (history.size() > HISTORY) {
        history.removeFirst();
      }
      statuses = checked;
      broken = failed;
      violations = Stream.concat(over.stream(), lasting.stream()).toList();
    }
  }

  /** Checks an invariant and returns what is to be written about it after the observation. */
  private Runnable check(
      InvariantChecker checker, Observation observation, List<Violation> raised) {
    return switch (checker.check(observation)) {
      case RAISED -> {
        checker.current().ifPresent(raised::add);
        yield told(checker.current(), MonitorEvents::raised);
      }
      case CLEARED -> {
        checker.lastCleared().ifPresent(over::add);
        yield told(checker.lastCleared(), MonitorEvents::cleared);
      }
      case NONE -> () -> {};
    };
  }

  private Runnable told(Optional<Violation> violation, Function<Violation, RunEvent> event) {
    return () -> violation.map(event).ifPresent(journal::append);
  }

  /** The newest observation. */
  public Optional<Observation> latest() {
    synchronized (history) {
      return Optional.ofNullable(history.peekLast());
    }
  }

  /** Observations since a time, oldest first; at most the newest 900 are kept. */
  public List<Observation> since(Instant from) {
    synchronized (history) {
      return history.stream().filter(o -> !o.at().isBefore(from)).toList();
    }
  }

  /** How each invariant stands. */
  public List<InvariantStatus> statuses() {
    synchronized (history) {
      return statuses;
    }
  }

  /** Violations that lasted at or after a time, those that are over included, oldest first. */
  public List<Violation> violationsSince(Instant from) {
    synchronized (history) {
      return violations.stream()
          .filter(v -> v.cleared() == null || v.cleared().isAfter(from))
          .sorted(Comparator.comparing(Violation::raised))
          .toList();
    }
  }

  /** Why an invariant could not be checked on the newest observation; empty when it could. */
  public Optional<String> failedCheck(String invariant) {
    synchronized (history) {
      return Optional.ofNullable(broken.get(invariant));
    }
  }

  /** Why the newest observation could not be made; empty when it could. */
  public Optional<String> trouble() {
    synchronized (history) {
      return Optional.ofNullable(trouble);
    }
  }

  /** The invariants that are checked. */
  public List<Invariant> invariants() {
    return checkers.stream().map(InvariantChecker::invariant).toList();
  }

  /** Observes no more; an observation that is under way is waited for, and then given up. */
  @Override
  public void close() {
    scheduler.shutdown();
    try {
      if (!scheduler.awaitTermination(LAST_OBSERVATION.toMillis(), TimeUnit.MILLISECONDS)) {
        scheduler.shutdownNow();
      }
    } catch (InterruptedException e) {
      scheduler.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      observer.close();
    }
  }
}
