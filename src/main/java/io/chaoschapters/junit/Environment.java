package io.chaoschapters.junit;

import io.chaoschapters.chaos.ExperimentContext;
import io.chaoschapters.chaos.UndoLedger;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.journal.DiskReserve;
import io.chaoschapters.journal.Journal;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.report.ChapterResult;
import io.chaoschapters.report.RunState;
import io.chaoschapters.report.RunSummary;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Everything that was started for a run; ended in the reverse order. */
final class Environment implements AutoCloseable {
  private final Started started;
  private volatile @Nullable Long judgedNanos;

  /**
   * What was started.
   *
   * @param warm completes when the diagnosers are ready, or have said why they are not
   * @param closing what is to be closed, in the order in which it was opened
   */
  record Started(
      Subject subject,
      Settings settings,
      RunFolder folder,
      DiskReserve reserve,
      Journal journal,
      UndoLedger ledger,
      ChosenRuntime runtime,
      Cluster cluster,
      MetricsService metrics,
      MonitorDaemon monitor,
      List<Diagnoser> diagnosers,
      Instant began,
      long beganNanos,
      double readySeconds,
      CompletableFuture<Void> warm,
      List<AutoCloseable> closing) {}

  /** Which runtime was chosen, and why. */
  record ChosenRuntime(String id, String reason, io.chaoschapters.runtime.Runtime runtime) {}

  Environment(Started started) {
    this.started = started;
  }

  Subject subject() {
    return started.subject();
  }

  Settings settings() {
    return started.settings();
  }

  RunFolder folder() {
    return started.folder();
  }

  /** Room that is given up when the disk is full. */
  DiskReserve reserve() {
    return started.reserve();
  }

  /** The id of the runtime that was chosen. */
  String runtimeId() {
    return started.runtime().id();
  }

  Journal journal() {
    return started.journal();
  }

  Cluster cluster() {
    return started.cluster();
  }

  /** What experiments run on. */
  ExperimentContext experimentContext() {
    return new ExperimentContext(
        cluster(), monitor(), journal(), started.ledger(), started.runtime().runtime());
  }

  MonitorDaemon monitor() {
    return started.monitor();
  }

  List<Diagnoser> diagnosers() {
    return started.diagnosers();
  }

  /** Returns when the diagnosers are ready, or have said why they are not. */
  void awaitDiagnosers() {
    started.warm().join();
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

  /** A verdict was given, maybe the last one. */
  void judged() {
    judgedNanos = System.nanoTime();
  }

  /** Another subject's chapters may follow, and the run ends after them. */
  private long lastVerdict(RunState state) {
    Long judged = judgedNanos;
    return state == RunState.ENDED && judged != null ? judged : System.nanoTime();
  }

  RunSummary summary(List<ChapterResult> results, RunState state) {
    Diagnoser first = diagnosers().get(0);
    Map<String, String> settings = new TreeMap<>();
    for (SettingValue value : started.settings().all()) {
      settings.put(value.setting().name(), value.value() + " (" + value.origin() + ")");
    }
    return new RunSummary(
        folder().run(),
        subject().id(),
        subject().title(),
        started.began(),
        started.runtime().id(),
        started.runtime().reason(),
        started.metrics().course(),
        cluster().standIn().or(() -> subject().standIn(started.runtime().id())).orElse(""),
        cluster().versions(),
        first.id() + " " + first.version(),
        started.readySeconds(),
        (lastVerdict(state) - started.beganNanos()) / 1e9,
        results.stream().mapToDouble(ChapterResult::declaredSeconds).sum(),
        settings,
        results,
        state);
  }

  @Override
  public void close() {
    Closing.reverse(started.closing());
  }
}
