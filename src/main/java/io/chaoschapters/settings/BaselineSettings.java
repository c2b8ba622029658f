package io.chaoschapters.settings;

import java.util.List;
import org.apiguardian.api.API;

/** The settings of baselines: what diagnosers came to before, to compare with. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BaselineSettings {
  public static final Setting BASELINE =
      Setting.of(
          "baseline",
          "",
          "The baseline file that -Dmode=diagnose compares the first diagnoser's answers with; exit code 1 when they are worse, 2 when that cannot be told.");

  public static final Setting UPDATE =
      Setting.of(
          "baseline.update",
          "false",
          "true has -Dmode=diagnose write the baseline file in place of comparing with it.",
          "true",
          "false");

  public static final Setting ACROSS =
      Setting.of(
          "baseline.across",
          "nothing",
          "What may differ from a baseline all the same: diagnoser compares another diagnoser, version, model or method of asking.",
          "nothing",
          "diagnoser");

  public static final Setting BREAK =
      Setting.of(
          "baseline.break",
          "3",
          "From how many answers before and now an experiment that was all right and is all wrong fails the build whatever the sums say; 1 for a diagnoser that always answers alike.");

  public static final Setting HISTORY =
      Setting.of(
          "baselines",
          "",
          "The folder of baseline files from which -Dmode=course makes trials.html.");

  static final List<Setting> ALL = List.of(BASELINE, UPDATE, ACROSS, BREAK, HISTORY);

  private BaselineSettings() {}
}
