package io.chaoschapters.trials;

import io.chaoschapters.report.trials.Proportion;
import io.chaoschapters.report.trials.TrialRow;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.settings.TrialSettings;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;

/**
 * What all trials together must come to. A measurement is no test, so that nothing is asked of the
 * answers unless it asks; but there must be a measurement. Where something is asked, a trivial rule
 * must not do well: experiments that it gets right tell nothing of who gets them right, too.
 *
 * @param share of faults, and of controls, that the first diagnoser must get right; 0 for any
 */
record TrialRequirement(double share) {

  static TrialRequirement of(Settings settings) {
    SettingValue value = settings.value(TrialSettings.REQUIRE);
    if (value.value().isEmpty()) {
      return new TrialRequirement(0);
    }
    if (!value.value().matches("0?\\.[0-9]{1,6}|1(?:\\.0+)?")) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting 'trials.require' must be a share above 0 and up to 1, such as 0.9, but is '%s' (from %s).",
              value.value(), value.origin()));
    }
    return new TrialRequirement(Double.parseDouble(value.value()));
  }

  /** Sentences on what it misses; empty when it is met. */
  List<String> complaints(TrialTable table) {
    List<String> complaints = new ArrayList<>();
    table.header().diagnosers().stream()
        .filter(asked -> !asked.baseline())
        .map(asked -> asked.id())
        .filter(id -> answers(table, id) == 0)
        .forEach(
            id ->
                complaints.add(
                    RootLocale.format("Nothing was measured: '%s' gave no answer.", id)));
    if (complaints.isEmpty() && share > 0) {
      String first = table.header().diagnosers().get(0).id();
      require(table, first, TrialRow.FAULTS, complaints);
      require(table, first, TrialRow.CONTROLS, complaints);
      table
          .goodBaselines()
          .forEach(
              rule ->
                  complaints.add(
                      RootLocale.format(
                          "The trivial rule '%s' does well, too, so that these trials tell little: choose more of the experiments.",
                          rule)));
    }
    return complaints;
  }

  private static int answers(TrialTable table, String diagnoser) {
    return table.of(diagnoser).stream().mapToInt(row -> row.right().of()).sum();
  }

  private void require(TrialTable table, String diagnoser, String sum, List<String> complaints) {
    Proportion right = table.row(diagnoser, sum).orElseThrow().right();
    if (right.of() > 0 && right.share() < share) {
      complaints.add(
          RootLocale.format(
              "'%s' got %s of %s right, less than the %s that 'trials.require' asks for.",
              diagnoser, right.words(), sum, share));
    }
  }
}
