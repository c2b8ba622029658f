package io.chaoschapters.trials;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.chaos.experiment.InvalidExperimentException;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.diagnosis.baseline.Baselines;
import io.chaoschapters.report.StepSummary;
import io.chaoschapters.report.baseline.Baseline;
import io.chaoschapters.report.baseline.Comparability;
import io.chaoschapters.report.baseline.Contents;
import io.chaoschapters.report.baseline.Digest;
import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialHeader.Asked;
import io.chaoschapters.report.trials.TrialMarkdown;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.session.ExperimentSession;
import io.chaoschapters.session.ForbiddenPhrasesBuilder;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.settings.TrialSettings;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import io.chaoschapters.trials.baseline.BaselineGate;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All trials of one subject: planned, made, kept, and put into a table. */
final class TrialSession {
  private static final int SEEDS = 1_000_000;

  private final Subject<?> subject;
  private final Settings settings;
  private final Watcher watcher;
  private final PrintStream out;
  private final List<Experiment> experiments;
  private final String file;

  /** Receives trials, from several threads when clusters run side by side. */
  interface Watcher {
    /** A trial is about to start; the returned callback is called when it ends. */
    Ended begins(Trial trial);

    /** Ends what was begun. */
    interface Ended {
      void with(TrialResult result);
    }

    /** All were made; with the sentences that say what must not be, if any. */
    void judged(List<String> complaints);
  }

  TrialSession(Subject<?> subject, Settings settings, Watcher watcher, PrintStream out) {
    this.subject = subject;
    this.settings = settings;
    this.watcher = watcher;
    this.out = out;
    ExperimentFile found = ExperimentFile.load(subject);
    this.file = found.name();
    this.experiments = new Selection(settings).of(found);
    List<String> told = ForbiddenPhrasesBuilder.told(subject, experiments);
    if (!told.isEmpty()) {
      throw new InvalidExperimentException(String.join("\n", told));
    }
  }

  void run() {
    TrialRequirement requirement = TrialRequirement.of(settings);
    Repetitions repetitions = Repetitions.of(settings);
    int clusters = Clusters.ofThisMachine().wanted(settings);
    List<Asked> diagnosers = diagnosers();
    Optional<BaselineGate> gate =
        BaselineGate.open(
            settings,
            TrialSettings.BASELINE,
            TrialSettings.BASELINE_UPDATE,
            comparability(diagnosers.get(0)));
    TrialHeader wanted = header(diagnosers, repetitions, gate);
    try (TrialSeries series = TrialSeries.open(wanted, settings)) {
      TrialHeader header = series.header();
      TrialPlan plan = TrialPlan.of(experiments, header.repetitions(), header.seed(), file);
      BaselineTrials compared =
          new BaselineTrials(gate, repetitions.untilDecided(), plan, diagnosers.get(0).id());
      TrialProgress progress = new TrialProgress(out, plan, series, clusters);
      progress.begins(series);
      TrialTable table =
          new TrialLanes(
                  clusters,
                  trials -> ExperimentSession.open(subject, settings, progress, trials),
                  () -> baselines(header.seed()),
                  series,
                  progress,
                  watcher,
                  plan,
                  compared)
              .make();
      List<String> complaints = new ArrayList<>(requirement.complaints(table));
      BaselineTrials.Verdict verdict = compared.verdict(table);
      complaints.addAll(verdict.complaints());
      List<String> shown = new ArrayList<>(verdict.lines());
      compared
          .stopped(table)
          .ifPresent(
              sentence -> {
                series.decided(sentence);
                shown.add(sentence);
              });
      watcher.judged(complaints);
      progress.ends(table, series.folder(), shown);
      StepSummary.append(
          System.getenv(),
          "Trials of " + header.subject(),
          TrialMarkdown.lines(table, verdict.markdown()),
          out::println);
    }
  }

  private Comparability comparability(Asked diagnoser) {
    return new Comparability(
        subject.id(),
        Comparability.Source.LIVE_TRIALS,
        experiments.stream()
            .collect(Collectors.toMap(Experiment::name, e -> Digest.of(Contents.words(e)))),
        Contents.glossary(Stream.of(subject.glossary())),
        Contents.observed(subject),
        diagnoser.id(),
        diagnoser.version(),
        Contents.asking(settings));
  }

  private TrialHeader header(
      List<Asked> diagnosers, Repetitions repetitions, Optional<BaselineGate> gate) {
    long seed = seed();
    List<Asked> asked = new ArrayList<>(diagnosers);
    String rule =
        repetitions.untilDecided()
            ? "against the baseline of " + gate.flatMap(BaselineGate::baseline).map(Baseline::made)
            : "";
    baselines(seed).forEach(b -> asked.add(new Asked(b.id(), b.version(), true)));
    return new TrialHeader(
        TrialHeader.VERSION,
        Fingerprint.of(subject, experiments, asked, settings, rule),
        Instant.now(),
        subject.id(),
        subject.title(),
        seed,
        repetitions.rounds(),
        TrialPlan.of(experiments, repetitions.rounds(), seed, file).experiments(),
        asked,
        Contents.glossary(Stream.of(subject.glossary())));
  }

  private long seed() {
    return settings.text(TrialSettings.SEED).isEmpty()
        ? ThreadLocalRandom.current().nextInt(1, SEEDS)
        : settings.count(TrialSettings.SEED);
  }

  /** Opened once before anything is started, so that an error is reported at once. */
  private List<Asked> diagnosers() {
    return Diagnosers.asked(settings).stream()
        .map(
            id -> {
              try (Diagnoser diagnoser = Diagnosers.open(id, settings)) {
                return new Asked(id, diagnoser.version(), false);
              }
            })
        .toList();
  }

  private List<Diagnoser> baselines(long seed) {
    List<String> expectations =
        experiments.stream()
            .map(Experiment::expected)
            .map(Expectation::allTerms)
            .flatMap(List::stream)
            .map(Term::name)
            .toList();
    return Baselines.of(expectations, seed);
  }
}
