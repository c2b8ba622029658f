package io.chaoschapters.trials;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.report.baseline.Contents;
import io.chaoschapters.report.baseline.Digest;
import io.chaoschapters.report.trials.TrialHeader.Asked;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells whether trials of two runs may be counted together. */
final class Fingerprint {
  /** Settings that change what is measured. */
  private static final Pattern MEASURING =
      Pattern.compile(
          "(?:ai|runtime|docker)(?:[.-].*)?|poll|prometheus|trials|trials\\.(?:experiments|maximum)");

  private Fingerprint() {}

  /**
   * Of trials.
   *
   * @param rule when they stop; empty when that does not depend on anything
   */
  static String of(
      Subject<?> subject,
      List<Experiment> experiments,
      List<Asked> diagnosers,
      Settings settings,
      String rule) {
    List<String> lines = new ArrayList<>();
    lines.add(subject.id());
    experiments.forEach(experiment -> lines.add(Contents.words(experiment)));
    subject.glossary().terms().forEach(term -> lines.add(term.toString()));
    subject.signals().stream().map(Signal::toString).forEach(lines::add);
    subject.invariants().stream().map(Contents::words).forEach(lines::add);
    diagnosers.forEach(asked -> lines.add(asked.toString()));
    settings.all().stream()
        .filter(value -> MEASURING.matcher(value.setting().name()).matches())
        .map(Fingerprint::words)
        .forEach(lines::add);
    lines.add(rule);
    return Digest.of(String.join("\n", lines));
  }

  private static String words(SettingValue value) {
    return value.setting().name() + "=" + value.value();
  }
}
