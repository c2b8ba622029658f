package io.chaoschapters.trials;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.report.trials.TrialResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells how long the trials that are left will take, from those that were made. */
final class TimeLeft {
  /** Steady state, recovery and answers, until it is known how long they take. */
  private static final double GUESS_SECONDS = 4;

  private final TrialPlan plan;
  private final List<TrialResult> made;
  private final int clusters;

  /**
   * For a plan.
   *
   * @param clusters how many make trials side by side
   */
  TimeLeft(TrialPlan plan, List<TrialResult> earlier, int clusters) {
    this.plan = plan;
    this.clusters = clusters;
    this.made = new ArrayList<>(earlier);
  }

  void made(TrialResult result) {
    made.add(result);
  }

  double seconds() {
    Set<Integer> done = new HashSet<>();
    made.forEach(result -> done.add(result.number()));
    return plan.trials().stream()
            .filter(trial -> !done.contains(trial.number()))
            .mapToDouble(trial -> expected(trial.experiment()))
            .sum()
        / clusters;
  }

  /** As long as it took before, else what it declares and what such trials take beside that. */
  private double expected(Experiment experiment) {
    return made.stream()
        .filter(result -> result.experiment().equals(experiment.name()))
        .mapToDouble(TrialResult::seconds)
        .average()
        .orElseGet(() -> declared(experiment) + beside());
  }

  private double beside() {
    return made.stream()
        .mapToDouble(result -> result.seconds() - declared(result.experiment()))
        .average()
        .orElse(GUESS_SECONDS);
  }

  private double declared(String name) {
    return plan.trials().stream()
        .map(Trial::experiment)
        .filter(experiment -> experiment.name().equals(name))
        .findFirst()
        .map(TimeLeft::declared)
        .orElse(0.0);
  }

  private static double declared(Experiment experiment) {
    return experiment.declared().toMillis() / 1000.0;
  }

  String words() {
    long seconds = Math.round(seconds());
    return seconds < 90 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
  }
}
