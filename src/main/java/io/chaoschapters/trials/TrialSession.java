package io.chaoschapters.trials;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.diagnosis.baseline.Baselines;
import io.chaoschapters.report.StepSummary;
import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialHeader.Asked;
import io.chaoschapters.report.trials.TrialMarkdown;
import io.chaoschapters.report.trials.TrialOutcome;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.report.trials.TrialTableFile;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.session.Bench;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.settings.TrialSettings;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.trials.baseline.Baseline;
import io.chaoschapters.trials.baseline.BaselineGate;
import io.chaoschapters.trials.baseline.Comparability;
import io.chaoschapters.trials.baseline.Contents;
import io.chaoschapters.trials.baseline.Digest;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All trials of one subject: planned, made one after the other, kept, and put into a table. */
final class TrialSession {
  private static final int SEEDS = 1_000_000;

  private final Subject<?> subject;
  private final Settings settings;
  private final Watcher watcher;
  private final PrintStream out;
  private final List<Experiment> experiments;
  private final String file;

  /** Is told of trials, in order. */
  interface Watcher {
    /** One is about to be made; what is returned is called when it was. */
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
  }

  void run() {
    TrialRequirement requirement = TrialRequirement.of(settings);
    Repetitions repetitions = Repetitions.of(settings);
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
      TrialProgress progress = new TrialProgress(out, plan, series);
      progress.begins(series);
      TrialTable table = make(plan, series, progress, compared);
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
        asked);
  }

  private long seed() {
    return settings.text(TrialSettings.SEED).isEmpty()
        ? ThreadLocalRandom.current().nextInt(1, SEEDS)
        : settings.count(TrialSettings.SEED);
  }

  /** Opened once before anything is started, so that a mistake is told at once. */
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
            .map(Expectation::terms)
            .flatMap(List::stream)
            .map(Term::name)
            .toList();
    return Baselines.of(expectations, seed);
  }

  private TrialTable make(
      TrialPlan plan, TrialSeries series, TrialProgress progress, BaselineTrials compared) {
    List<TrialResult> results = new ArrayList<>(series.earlier());
    Set<Integer> done = results.stream().map(TrialResult::number).collect(Collectors.toSet());
    List<Trial> left = plan.trials().stream().filter(t -> !done.contains(t.number())).toList();
    TrialTable table = TrialTable.of(series.header(), "none yet", "", results);
    int next = 0;
    while (next < left.size() && !compared.isDecided(table)) {
      try (Bench bench = Bench.open(subject, settings, progress, left.size() - next)) {
        TrialRunner runner =
            new TrialRunner(bench, baselines(series.header().seed()), series.folder());
        bench.awaitDiagnosers();
        RunSummary run = bench.summary();
        boolean clean = true;
        int first = next;
        while (next < left.size() && clean && !compared.isDecided(table)) {
          TrialResult result = make(left.get(next), runner, series);
          results.add(result);
          progress.made(left.get(next), result);
          clean = result.outcome() != TrialOutcome.DIRTY_CLUSTER;
          table =
              TrialTable.of(
                  series.header(),
                  RootLocale.format("%s (%s)", run.runtime(), run.runtimeReason()),
                  run.standIn(),
                  results);
          TrialTableFile.write(series.folder(), table);
          next++;
        }
        TrialTableFile.write(bench.folder(), table);
        requireNotDirtyTwice(clean, next - first, results);
      }
    }
    return table;
  }

  /** A fresh cluster that is dirty after its first trial will not be better the next time. */
  private static void requireNotDirtyTwice(boolean clean, int made, List<TrialResult> results) {
    boolean again =
        results.size() >= 2
            && results.get(results.size() - 2).outcome() == TrialOutcome.DIRTY_CLUSTER;
    if (!clean && made == 1 && again) {
      throw new IllegalStateException(
          RootLocale.format(
              "The trials end here, because a fresh cluster was left dirty again: %s The same command goes on with the trials that are left.",
              results.get(results.size() - 1).reason()));
    }
  }

  /** A trial without anybody to ask is not kept, so that it is made when somebody is there. */
  private TrialResult make(Trial trial, TrialRunner runner, TrialSeries series) {
    Watcher.Ended ended = watcher.begins(trial);
    TrialResult result = runner.run(trial);
    runner
        .absence()
        .ifPresent(
            absent -> {
              ended.with(result);
              throw absent;
            });
    if (Exit.isUnderWay()) {
      throw new IllegalStateException("The program ends; what was seen meanwhile does not count.");
    }
    series.log().append(result);
    ended.with(result);
    return result;
  }
}
