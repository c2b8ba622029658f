package io.chaoschapters.chaos;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.Journal;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A toy cluster with all that a runner needs around it; its monitor only looks when asked. */
final class ChaosHarness implements AutoCloseable {
  private static final Set<EventType> OF_MONITOR =
      EnumSet.of(EventType.OBSERVED, EventType.VIOLATION_RAISED, EventType.VIOLATION_CLEARED);

  final ToyCluster cluster = new ToyCluster();
  final ChaosRunner runner = new ChaosRunner();
  final UndoLedger ledger;
  final MonitorDaemon monitor;
  final ExperimentContext context;

  /** The time limits that were promised and not lifted yet. */
  final List<Duration> watched = new CopyOnWriteArrayList<>();

  private final Journal journal;
  private final List<JournalEvent> events = new CopyOnWriteArrayList<>();
  private final ExperimentFile file;

  ChaosHarness(Path folder) {
    ToySubject subject = new ToySubject();
    file = ExperimentFile.load(subject);
    journal = Journal.create(folder.resolve("journal.jsonl"), Clock.systemUTC());
    journal.listen(events::add);
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
    context = new ExperimentContext(cluster, monitor, journal, ledger, this::watch);
  }

  private Watchdog.Watch watch(Duration limit) {
    watched.add(limit);
    return () -> watched.remove(limit);
  }

  Experiment experiment(String name) {
    return file.find(name);
  }

  ExperimentRun begin(String name) {
    return runner.begin(experiment(name), context);
  }

  /** What happened, without what the monitor saw. */
  List<EventType> events() {
    return events.stream().map(JournalEvent::type).filter(t -> !OF_MONITOR.contains(t)).toList();
  }

  JournalEvent event(EventType type) {
    return events.stream().filter(e -> e.type() == type).findFirst().orElseThrow();
  }

  void awaitEvent(EventType type) {
    Wait.atMost(type.name(), Duration.ofSeconds(10))
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
