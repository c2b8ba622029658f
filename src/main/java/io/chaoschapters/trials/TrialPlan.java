package io.chaoschapters.trials;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.InvalidExperimentException;
import io.chaoschapters.report.trials.TrialHeader.Tried;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The order of all trials. In each round every experiment is performed once, in an order that the
 * seed decides, so that faults and controls mix and a run that is cut off has tried all alike.
 *
 * @param trials in order
 * @param experiments how often each is performed, in the order of the file
 * @param rounds when each round ends
 * @param note a sentence on controls that are performed more often, or empty
 */
record TrialPlan(List<Trial> trials, List<Tried> experiments, List<Round> rounds, String note) {
  /** Controls make up at least this share of all trials. */
  static final double CONTROLS = 0.29;

  TrialPlan {
    trials = List.copyOf(trials);
    experiments = List.copyOf(experiments);
    rounds = List.copyOf(rounds);
  }

  /**
   * What there is at the end of a round.
   *
   * @param end all trials so far
   * @param faults those of them that are of faults
   * @param controls those of them that are controls
   */
  record Round(int end, int faults, int controls) {}

  /**
   * Plans.
   *
   * @param repetitions how often each experiment is performed, at least 1
   * @param file what to call the experiments' file
   * @throws InvalidExperimentException when there is no control among them
   */
  static TrialPlan of(List<Experiment> experiments, int repetitions, long seed, String file) {
    long controls = experiments.stream().filter(Experiment::isControl).count();
    if (controls == 0) {
      throw new InvalidExperimentException(
          RootLocale.format(
              "%s has no control among the experiments that are tried: add one with 'expect: {anomaly: none}', such as the same load without the fault, or a diagnosis cannot be told from an alarm that is always on.",
              file));
    }
    int ofControls = repetitionsOfControls(experiments.size() - controls, controls, repetitions);
    List<Trial> trials = new ArrayList<>();
    List<Round> rounds = new ArrayList<>();
    Map<String, Integer> performed = new HashMap<>();
    Random random = new Random(seed);
    for (int round = 1; round <= repetitions; round++) {
      for (Experiment experiment : shuffled(experiments, round, repetitions, ofControls, random)) {
        trials.add(
            new Trial(
                trials.size() + 1,
                experiment,
                performed.merge(experiment.name(), 1, Integer::sum),
                random.nextLong()));
      }
      rounds.add(round(trials));
    }
    List<Tried> tried =
        experiments.stream()
            .map(
                e ->
                    new Tried(
                        e.name(), e.expected().words(), e.isControl(), performed.get(e.name())))
            .toList();
    return new TrialPlan(
        trials, tried, rounds, note(experiments.size(), controls, repetitions, ofControls));
  }

  private static Round round(List<Trial> soFar) {
    int controls = (int) soFar.stream().filter(trial -> trial.experiment().isControl()).count();
    return new Round(soFar.size(), soFar.size() - controls, controls);
  }

  private static int repetitionsOfControls(long faults, long controls, int repetitions) {
    double needed = CONTROLS / (1 - CONTROLS) * faults * repetitions / controls;
    return Math.max(repetitions, (int) Math.ceil(needed));
  }

  /** Controls that are performed more often than there are rounds are spread over them. */
  private static List<Experiment> shuffled(
      List<Experiment> experiments, int round, int rounds, int ofControls, Random random) {
    List<Experiment> order = new ArrayList<>();
    int controls = ofControls * round / rounds - ofControls * (round - 1) / rounds;
    for (Experiment experiment : experiments) {
      order.addAll(Collections.nCopies(experiment.isControl() ? controls : 1, experiment));
    }
    Collections.shuffle(order, random);
    return order;
  }

  private static String note(int experiments, long controls, int repetitions, int ofControls) {
    return ofControls == repetitions
        ? ""
        : RootLocale.format(
            "%d of %d experiments are controls: to make up %d %% of the trials, each of them is performed %d times and not %d.",
            controls, experiments, Math.round(100 * CONTROLS), ofControls, repetitions);
  }
}
