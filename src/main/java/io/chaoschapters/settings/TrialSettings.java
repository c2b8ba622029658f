package io.chaoschapters.settings;

import java.util.List;
import org.apiguardian.api.API;

/** The settings of trials, which measure how good diagnosers are. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TrialSettings {
  /** How often each experiment is performed to see how good diagnosers are. */
  public static final Setting REPETITIONS =
      of(
          "trials",
          "0",
          "How often each experiment is performed to measure diagnosers, in place of the chapters; 0: chapters.");

  /** Which experiments are tried. */
  public static final Setting EXPERIMENTS =
      of(
          "trials.experiments",
          "",
          "Names of experiments to try, separated by commas, * for any letters; not set: all.");

  /** What the order of trials and glossaries is made of. */
  public static final Setting SEED =
      of(
          "trials.seed",
          "",
          "A whole number that decides the order of trials and glossaries; not set: another each time.");

  /** Whether trials that were cut off are continued. */
  public static final Setting RESUME =
      of(
          "trials.resume",
          "auto",
          "auto: go on with the newest unfinished trials of the same kind; no: begin anew; or the folder to go on with.");

  /** From when on trials count as failed. */
  public static final Setting REQUIRE =
      of(
          "trials.require",
          "",
          "A share such as 0.9 of faults, and of controls, that the first diagnoser must get right; not set: none.");

  static final List<Setting> ALL = List.of(REPETITIONS, EXPERIMENTS, SEED, RESUME, REQUIRE);

  private TrialSettings() {}

  private static Setting of(String name, String value, String text) {
    return new Setting(name, name, value, text, List.of());
  }
}
