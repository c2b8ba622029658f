package io.chaoschapters.trials;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.settings.TrialSettings;
import io.chaoschapters.text.RootLocale;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which experiments are tried. */
final class Selection {
  private final String wanted;

  Selection(Settings settings) {
    this.wanted = settings.text(TrialSettings.EXPERIMENTS);
  }

  /** The selected experiments, in the order of the file. */
  List<Experiment> of(ExperimentFile file) {
    if (wanted.isEmpty()) {
      return file.experiments();
    }
    Set<Experiment> chosen = new LinkedHashSet<>();
    for (String name : wanted.split(",")) {
      Pattern pattern = pattern(name.strip());
      List<Experiment> found =
          file.experiments().stream().filter(e -> pattern.matcher(e.name()).matches()).toList();
      if (found.isEmpty()) {
        throw new InvalidSettingException(
            RootLocale.format(
                "Setting 'trials.experiments': '%s' is no experiment in '%s' (known: %s).",
                name.strip(),
                file.name(),
                file.experiments().stream()
                    .map(Experiment::name)
                    .collect(Collectors.joining(", "))));
      }
      chosen.addAll(found);
    }
    List<Experiment> controls = file.experiments().stream().filter(Experiment::isControl).toList();
    if (!controls.isEmpty() && controls.stream().noneMatch(chosen::contains)) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting 'trials.experiments' is '%s', which has no control in it, so a diagnosis could not be told from an alarm that is always on. Add one of: %s.",
              wanted, controls.stream().map(Experiment::name).collect(Collectors.joining(", "))));
    }
    return file.experiments().stream().filter(chosen::contains).toList();
  }

  private static Pattern pattern(String name) {
    return Pattern.compile(
        Arrays.stream(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }
}
