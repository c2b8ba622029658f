package io.chaoschapters.trials;

import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.settings.TrialSettings;
import io.chaoschapters.text.RootLocale;

/**
 * How often each experiment is performed.
 *
 * @param rounds so often, or at most so often
 * @param untilDecided whether trials stop as soon as the comparison with a baseline is decided
 */
record Repetitions(int rounds, boolean untilDecided) {
  private static final String UNTIL_DECIDED = "until-decided";

  static Repetitions of(Settings settings) {
    SettingValue wanted = settings.value(TrialSettings.REPETITIONS);
    if (!wanted.value().equals(UNTIL_DECIDED)) {
      if (!wanted.value().matches("[1-9]\\d{0,8}")) {
        throw new InvalidSettingException(
            RootLocale.format(
                "Setting 'trials' must be a whole number, 1 or more, or %s, but is '%s' (from %s).",
                UNTIL_DECIDED, wanted.value(), wanted.origin()));
      }
      return new Repetitions(Integer.parseInt(wanted.value()), false);
    }
    if (settings.text(TrialSettings.BASELINE).isEmpty()
        || settings.isOn(TrialSettings.BASELINE_UPDATE)) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting 'trials' is %s (from %s), which needs a baseline to compare with: name it with -Dtrials.baseline=FILE; to make one, say how many trials, such as -Dtrials=10 -Dtrials.baseline.update=true.",
              UNTIL_DECIDED, wanted.origin()));
    }
    return new Repetitions(settings.count(TrialSettings.MAXIMUM), true);
  }
}
