package io.chaoschapters.settings;

import java.util.List;
import org.apiguardian.api.API;

/** The settings of trials, which measure how good diagnosers are. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialSettings {
  public static final Setting REPETITIONS =
      Setting.of(
          "trials",
          "0",
          "How often each experiment is performed to measure diagnosers, in place of the chapters; until-decided: as often as the comparison with trials.baseline takes; 0: chapters.");

  public static final Setting MAXIMUM =
      Setting.of(
          "trials.maximum",
          "6",
          "How often each experiment is performed at most with -Dtrials=until-decided.");

  public static final Setting BASELINE =
      Setting.of(
          "trials.baseline",
          "",
          "The baseline file that the first diagnoser's trials are compared with; the build fails when they are worse, or too few to tell.");

  public static final Setting BASELINE_UPDATE =
      Setting.of(
          "trials.baseline.update",
          "false",
          "true writes the baseline file in place of comparing with it.",
          "true",
          "false");

  public static final Setting EXPERIMENTS =
      Setting.of(
          "trials.experiments",
          "",
          "Names of experiments to try, separated by commas, * for any letters; not set: all.");

  public static final Setting SEED =
      Setting.of(
          "trials.seed",
          "",
          "A whole number that decides the order of trials and glossaries; not set: another each time.");

  public static final Setting RESUME =
      Setting.of(
          "trials.resume",
          "auto",
          "auto: go on with the newest unfinished trials of the same kind; no: begin anew; or the folder to go on with.");

  public static final Setting REQUIRE =
      Setting.of(
          "trials.require",
          "",
          "A share such as 0.9 of faults, and of controls, that the first diagnoser must get right; not set: none.");

  public static final Setting PARALLEL =
      Setting.of(
          "trials.parallel",
          "1",
          "How many clusters are started side by side, each making one trial after the other; as many as the machine's processors and memory can hold.");

  static final List<Setting> ALL =
      List.of(
          REPETITIONS,
          MAXIMUM,
          PARALLEL,
          EXPERIMENTS,
          SEED,
          RESUME,
          REQUIRE,
          BASELINE,
          BASELINE_UPDATE);

  private TrialSettings() {}
}
