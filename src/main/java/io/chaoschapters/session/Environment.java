package io.chaoschapters.session;

import io.chaoschapters.chaos.ExperimentContext;
import io.chaoschapters.chaos.undo.UndoLedger;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.metrics.MetricSource;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.report.baseline.Contents;
import io.chaoschapters.report.baseline.TrialRecord;
import io.chaoschapters.report.baseline.TrialRecords;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.run.file.DiskReserve;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.run.view.Summaries;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Everything that was started for a run; ended in the reverse order. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Environment implements AutoCloseable {
  private final Started started;
  private final Map<String, String> measured = new ConcurrentHashMap<>();

  /**
   * What was started.
   *
   * @param projection of the journal
   * @param closing what is to be closed, in the order in which it was opened
   */
  record Started(
      Subject<?> subject,
      Settings settings,
      RunFolder folder,
      DiskReserve reserve,
      Journal journal,
      RunProjection projection,
      UndoLedger ledger,
      ChosenRuntime runtime,
      Cluster cluster,
      MetricsService metrics,
      MonitorDaemon monitor,
      List<Diagnoser> diagnosers,
      DiagnoserWarmUp warm,
      List<AutoCloseable> closing) {}

  /** Which runtime was chosen, and why. */
  record ChosenRuntime(String id, String reason, ComponentRuntime runtime) {}

  Environment(Started started) {
    this.started = started;
  }

  public Subject<?> subject() {
    return started.subject();
  }

  public Settings settings() {
    return started.settings();
  }

  public RunFolder folder() {
    return started.folder();
  }

  /** Room that is given up when the disk is full. */
  public DiskReserve reserve() {
    return started.reserve();
  }

  /** The id of the runtime that was chosen. */
  public String runtimeId() {
    return started.runtime().id();
  }

  public Journal journal() {
    return started.journal();
  }

  public Cluster cluster() {
    return started.cluster();
  }

  /** What experiments run on, where no presenter reviews anything. */
  public ExperimentContext experimentContext() {
    return experimentContext(Duration.ZERO);
  }

  /**
   * What experiments run on.
   *
   * @param keepAtMost how long a fault and its load may be kept beyond their time, for a review
   */
  public ExperimentContext experimentContext(Duration keepAtMost) {
    return new ExperimentContext(
        cluster(), monitor(), journal(), started.ledger(), started.runtime().runtime(), keepAtMost);
  }

  MetricSource metrics() {
    return started.metrics().source();
  }

  public MonitorDaemon monitor() {
    return started.monitor();
  }

  public List<Diagnoser> diagnosers() {
    return started.diagnosers();
  }

  /** What trials of a diagnoser on this system came to, or that there are none; looked up once. */
  public String measured(Diagnoser diagnoser) {
    return measured.computeIfAbsent(diagnoser.id(), id -> record(diagnoser));
  }

  private String record(Diagnoser diagnoser) {
    String glossary = Contents.glossary(Stream.of(subject().glossary()));
    return new TrialRecords(settings(), journal()::note)
        .find(new TrialRecord.Of(subject().id(), diagnoser.id(), diagnoser.version(), glossary))
        .map(TrialRecord::words)
        .orElse(TrialRecord.NONE);
  }

  /** Returns when the diagnosers are ready, or have said why they are not. */
  void awaitDiagnosers() {
    started.warm().await();
  }

  /** What all components printed in a span of time, oldest first. */
  List<LogLine> logs(Instant from, Instant until) {
    List<LogLine> lines = new ArrayList<>();
    for (Component component : cluster().components()) {
      component.logsSince(from).stream()
          .filter(line -> line.at().isBefore(until))
          .forEach(lines::add);
    }
    lines.sort(Comparator.comparing(LogLine::at));
    return lines;
  }

  /** What the run looks like now. */
  public RunView view() {
    return started.projection().view();
  }

  /** Says so in the journal when another metrics store answers than before. */
  public void noteMetrics() {
    String course = started.metrics().course();
    if (!course.equals(view().facts().metrics())) {
      journal().append(new RunEvent.MetricsChanged(course));
    }
  }

  /** What came out of the run so far. */
  RunSummary summary(RunState state) {
    return Summaries.of(view(), state).orElseThrow();
  }

  @Override
  public void close() {
    Closing.reverse(started.closing());
  }
}
