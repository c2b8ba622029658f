package io.chaoschapters.monitor;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.MetricSource;
import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.WaitInterruptedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Makes observations: what the cluster sees of itself, and what the metrics store answers.
 *
 * <p>It looks in a thread of its own: a cluster that does not answer at all is not waited for.
 */
final class Observer implements AutoCloseable {
  /** A rate needs two samples, and a store may take a while to its first. */
  private static final Duration FIRST_SAMPLES = Duration.ofSeconds(10);

  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(DaemonThreads.named("chapters-observer"));
  private final Cluster cluster;
  private final MetricSource metrics;
  private final List<Signal> signals;
  private final Clock clock;
  private final Instant began;
  private final Map<String, Instant> lastKnown = new HashMap<>();
  private final Map<String, Instant> lastServing = new HashMap<>();

  Observer(Cluster cluster, MetricSource metrics, List<Signal> signals, Clock clock) {
    this.cluster = cluster;
    this.metrics = metrics;
    this.signals = signals;
    this.clock = clock;
    this.began = clock.instant();
  }

  /**
   * Not thread-safe: one observation after the other.
   *
   * @throws IllegalStateException when it does not come in time, or after the end
   */
  Observation observe() {
    Future<Observation> looking = submit();
    try {
      return looking.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      looking.cancel(true);
      throw new IllegalStateException(
          RootLocale.format("the cluster did not say how it is within %d s", WITHIN.toSeconds()),
          e);
    } catch (InterruptedException e) {
      looking.cancel(true);
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException("The observation was interrupted.");
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    }
  }

  private Future<Observation> submit() {
    try {
      return thread.submit(this::look);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the run is over, and nothing is observed any more", e);
    }
  }

  private Observation look() {
    ClusterSnapshot snapshot = told("observe()", cluster::observe);
    Map<String, MetricQuery> queries = told("queries()", cluster::queries);
    Map<String, Reading> readings = new LinkedHashMap<>();
    for (Signal signal : signals) {
      Reading reading =
          snapshot.facts().containsKey(signal.id())
              ? snapshot.facts().get(signal.id())
              : ask(signal.id(), queries.get(signal.id()));
      readings.put(signal.id(), dated(signal.id(), reading));
    }
    List<ComponentStatus> components = snapshot.components().stream().map(this::dated).toList();
    return new Observation(clock.instant(), components, readings);
  }

  /** Says which method of the user's it was, and where in it. */
  private <T> T told(String method, Supplier<T> asked) {
    try {
      return asked.get();
    } catch (WaitInterruptedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          RootLocale.format(
              "%s of %s failed: %s",
              method, cluster.getClass().getName(), Failure.wordsWithPlace(e)),
          e);
    }
  }

  private static RuntimeException thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private Reading ask(String id, @org.jspecify.annotations.Nullable MetricQuery query) {
    if (query == null) {
      return Reading.unknown("neither a fact nor a metric at this moment");
    }
    try {
      OptionalDouble value = metrics.query(query).single();
      return value.isPresent() ? Reading.of(value.getAsDouble()) : missing(id, query);
    } catch (MetricsUnavailableException e) {
      return Reading.unknown(Failure.words(e));
    }
  }

  /** The metrics store answered, and has no value. */
  private Reading missing(String id, MetricQuery query) {
    Optional<MetricQuery> observations = query.observations();
    if (observations.isPresent()) {
      OptionalDouble rate = metrics.query(observations.get()).single();
      if (rate.isPresent() && rate.getAsDouble() == 0) {
        return Reading.notYet("nothing to measure");
      }
    }
    boolean young = clock.instant().isBefore(began.plus(FIRST_SAMPLES));
    return young && !lastKnown.containsKey(id)
        ? Reading.notYet("no sample yet")
        : Reading.unknown("the metrics store has no fresh sample");
  }

  private Reading dated(String id, Reading reading) {
    if (reading.isKnown()) {
      lastKnown.put(id, clock.instant());
    }
    return reading.withLastKnown(lastKnown.get(id));
  }

  private ComponentStatus dated(ComponentStatus status) {
    if (status.health() == Health.SERVING) {
      lastServing.put(status.id(), clock.instant());
    }
    return status.withLastServing(lastServing.get(status.id()));
  }
}
