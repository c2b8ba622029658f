package io.chaoschapters.settings;

import java.util.List;
import org.apiguardian.api.API;

/** The settings of trials, which measure how good diagnosers are. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialSettings {
  /** How often each experiment is performed to see how good diagnosers are. */
  public static final Setting REPETITIONS =
      Setting.of(
          "trials",
          "0",
          "How often each experiment is performed to measure diagnosers, in place of the chapters; until-decided: as often as the comparison with trials.baseline takes; 0: chapters.");

  /** How often at most, if it is not decided before. */
  public static final Setting MAXIMUM =
      Setting.of(
          "trials.maximum",
          "6",
          "How often each experiment is performed at most with -Dtrials=until-decided.");

  /** What to compare with. */
  public static final Setting BASELINE =
      Setting.of(
          "trials.baseline",
          "",
          "The baseline file that the first diagnoser's trials are compared with; the build fails when they are worse, or too few to tell.");

  /** Whether it is written. */
  public static final Setting BASELINE_UPDATE =
      Setting.of(
          "trials.baseline.update",
          "false",
          "true writes the baseline file in place of comparing with it.",
          "true",
          "false");

  /** Which experiments are tried. */
  public static final Setting EXPERIMENTS =
      Setting.of(
          "trials.experiments",
          "",
          "Names of experiments to try, separated by commas, * for any letters; not set: all.");

  /** What the order of trials and glossaries is made of. */
  public static final Setting SEED =
      Setting.of(
          "trials.seed",
          "",
          "A whole number that decides the order of trials and glossaries; not set: another each time.");

  /** Whether trials that were cut off are continued. */
  public static final Setting RESUME =
      Setting.of(
          "trials.resume",
          "auto",
          "auto: go on with the newest unfinished trials of the same kind; no: begin anew; or the folder to go on with.");

  /** The share of right answers below which trials fail. */
  public static final Setting REQUIRE =
      Setting.of(
          "trials.require",
          "",
          "A share such as 0.9 of faults, and of controls, that the first diagnoser must get right; not set: none.");

  /** How many clusters run side by side. */
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
