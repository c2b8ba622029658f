package io.chaoschapters.chaos;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.chaos.undo.PendingUndo;
import io.chaoschapters.chaos.undo.UndoLedger;
import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.run.EventTypes;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A toy cluster with all that a runner needs around it; its monitor only looks when asked. */
public final class ChaosHarness implements AutoCloseable {
  public final ToyCluster cluster;
  final ChaosRunner runner = new ChaosRunner();
  public final UndoLedger ledger;
  final MonitorDaemon monitor;
  final ExperimentContext context;

  /** The time limits that were promised and not lifted yet. */
  public final List<Duration> watched = new CopyOnWriteArrayList<>();

  private final Journal journal;
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private final ExperimentFile file;

  public ChaosHarness(Path folder) {
    this(folder, new ToySubject(), new ToyCluster());
  }

  ChaosHarness(Path folder, ToySubject subject, ToyCluster cluster) {
    this.cluster = cluster;
    file = ExperimentFile.load(subject);
    journal = Journal.create(folder.resolve("journal.jsonl"), Clock.systemUTC());
    journal.listen(entry -> events.add(entry.event()));
    ledger = UndoLedger.open(folder);
    monitor =
        new MonitorDaemon(
            subject,
            cluster,
            query -> {
              throw new MetricsUnavailableException("the toy has no metrics");
            },
            Duration.ofSeconds(1),
            journal,
            Clock.systemUTC());
    context = new ExperimentContext(cluster, monitor, journal, ledger, this::watch, Duration.ZERO);
  }

  private Watchdog.Watch watch(Duration limit) {
    watched.add(limit);
    return () -> watched.remove(limit);
  }

  public Experiment experiment(String name) {
    return file.find(name);
  }

  public ExperimentRun begin(String name) {
    return runner.begin(experiment(name), context);
  }

  /** Begins it with a presenter who may keep its fault for a review. */
  ExperimentRun beginWithReview(String name, Duration keepAtMost) {
    return runner.begin(
        experiment(name),
        new ExperimentContext(cluster, monitor, journal, ledger, this::watch, keepAtMost));
  }

  /** What happened, without what the monitor saw and what was waited for. */
  List<Class<? extends RunEvent>> events() {
    return events.stream()
        .filter(e -> !(e instanceof Observed || e instanceof ViolationEvent))
        .filter(e -> !(e instanceof Waiting))
        .<Class<? extends RunEvent>>map(RunEvent::getClass)
        .toList();
  }

  public <E extends RunEvent> E event(Class<E> type) {
    return all(type).stream().findFirst().orElseThrow();
  }

  <E extends RunEvent> List<E> all(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public void awaitEvent(Class<? extends RunEvent> type) {
    Wait.atMost(EventTypes.name(type), Duration.ofSeconds(10))
        .until(
            () ->
                events().contains(type)
                    ? Progress.reached()
                    : Progress.notYet(String.valueOf(events())));
  }

  List<PendingUndo> pending() {
    return UndoLedger.pending(ledger.path());
  }

  @Override
  public void close() {
    runner.close();
    monitor.close();
    ledger.close();
    journal.close();
  }
}
