package io.chaoschapters.session;

import io.chaoschapters.chaos.ChaosRunner;
import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.chaos.Recovery;
import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.diagnosis.ChapterDiagnostician;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceTools;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.monitor.DaemonMonitor;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.report.HtmlReport;
import io.chaoschapters.run.AnswerMarks;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.run.file.JournalListener;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A subject's cluster, and everything that a chapter has around it, for experiments that no chapter
 * performs. One experiment after the other, each begun and recovered by the same code as a
 * chapter's.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ExperimentSession implements AutoCloseable {
  private final Environment environment;
  private final ChaosRunner runner = new ChaosRunner();

  private final RunningSummary summary;

  private ExperimentSession(Environment environment) {
    this.environment = environment;
    this.summary = new RunningSummary(environment);
    summary.keep();
  }

  /**
   * Starts the cluster and returns when it serves.
   *
   * @param listener hears the run's events
   * @param experiments how many are to be performed, for who listens
   */
  public static ExperimentSession open(
      Subject<?> subject, Settings settings, JournalListener listener, int experiments) {
    return new ExperimentSession(
        new EnvironmentStarter(subject, settings, listener, experiments).start());
  }

  /** Returns when the diagnosers are ready, so that the first of them is measured as the last. */
  public void awaitDiagnosers() {
    environment.awaitDiagnosers();
  }

  /** The run's journal. */
  public Journal journal() {
    return environment.journal();
  }

  /** The folder of the run. */
  public Path folder() {
    return environment.folder().path();
  }

  /** The run so far, without chapters. */
  public RunSummary summary() {
    return environment.summary(RunState.RUNNING);
  }

  /** The diagnosers, in order. */
  public List<Diagnoser> diagnosers() {
    return environment.diagnosers();
  }

  /** Why an experiment cannot be performed on this runtime; empty when it can. */
  public Optional<String> obstacle(Experiment experiment) {
    return experiment.obstacle(environment.cluster());
  }

  /** Brings an experiment under way; see {@link ChaosRunner#begin}. */
  public ExperimentRun begin(Experiment experiment) {
    return runner.begin(experiment, environment.experimentContext());
  }

  /** What is seen from the injection on. */
  public Monitor monitor(ExperimentRun run) {
    return new DaemonMonitor(
        environment.monitor(),
        journal(),
        run.injectedAt(),
        run.observeUntil(),
        run::requireNotHalted);
  }

  /** Seconds from the injection to the first violation of the system; null when there is none. */
  public @Nullable Double detectSeconds(ExperimentRun run) {
    return Detection.seconds(environment.monitor(), run);
  }

  /**
   * Gathers evidence as it is now.
   *
   * @param scheduled lines printed from here on until the injection belong to the steady state
   * @param seed decides the order of the glossary
   */
  public Evidence gather(ExperimentRun run, Monitor monitor, Instant scheduled, long seed) {
    return new EvidenceGatherer(environment, monitor, run, scheduled).gather(seed);
  }

  /**
   * Asks about evidence that was gathered, and lets nothing leak.
   *
   * @param timing when it was gathered
   */
  public ChapterDiagnostician diagnostician(
      Experiment experiment, Evidence evidence, AnswerMarks timing) {
    return new ChapterDiagnostician(
            diagnosers(),
            () -> evidence,
            new ForbiddenPhrasesBuilder(experiment, environment.subject()).phrases(),
            journal(),
            // The system has moved on when the diagnoser is asked about it.
            environment.settings().isOn(AiSettings.TOOLS) ? new EvidenceTools(evidence) : null)
        .timedBy(asked -> timing);
  }

  /** Undoes the experiment that was begun last; empty when none was. */
  public Optional<Recovery> recover() {
    return runner.recover();
  }

  /** Writes evidence, what it may not say and what was observed into a folder. */
  public void keep(Path folder, Evidence evidence, ForbiddenPhrases forbidden, Monitor monitor) {
    new ChapterArtifacts(folder).write(evidence, forbidden, monitor.observations());
  }

  /** Writes an answer and what was asked for it into the same folder. */
  public void keep(Path folder, Diagnosis answer) {
    new ChapterArtifacts(folder).besides(answer);
  }

  /** Ends the run: the report first, then everything that was started. */
  @Override
  public void close() {
    Closing.reverse(
        List.of(
            environment,
            this::writeReport,
            () -> journal().append(new RunEvent.Ended(null, Map.of())),
            environment.monitor(),
            runner));
  }

  /** A report that cannot be written takes nothing from what was measured. */
  private void writeReport() {
    try {
      environment.noteMetrics();
      summary.end(false);
      HtmlReport.write(folder());
    } catch (RuntimeException e) {
      journal().note("No report.html: " + e);
    }
  }
}
