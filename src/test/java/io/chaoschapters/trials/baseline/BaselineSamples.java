package io.chaoschapters.trials.baseline;

import io.chaoschapters.report.baseline.Baseline;
import io.chaoschapters.report.baseline.Comparability;
import io.chaoschapters.report.baseline.Comparability.Source;
import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.text.RootLocale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Baselines and tallies to compare. */
final class BaselineSamples {
  private BaselineSamples() {}

  static Tally fault(String name, int right, int answers) {
    return new Tally(name, false, answers, right, 0, 0, 0.5, 1200L);
  }

  static Tally control(String name, int right, int falseAlarms, int answers) {
    return new Tally(name, true, answers, right, falseAlarms, 0, null, null);
  }

  static Tally unanswered(Tally tally, int unanswered) {
    return new Tally(
        tally.experiment(),
        tally.control(),
        tally.answers(),
        tally.right(),
        tally.falseAlarms(),
        unanswered,
        tally.seconds(),
        tally.tokens());
  }

  static Baseline baseline(List<Tally> tallies) {
    Map<String, String> experiments = new TreeMap<>();
    tallies.forEach(tally -> experiments.put(tally.experiment(), "d-" + tally.experiment()));
    return Baseline.of(
        Instant.parse("2026-11-29T10:00:00Z"), "local", comparability(experiments), tallies);
  }

  static Comparability comparability(Map<String, String> experiments) {
    return new Comparability(
        "shop", Source.LIVE_TRIALS, experiments, "g1", "o1", "wise", "wise 1", "ai.method=auto");
  }

  /** Seven faults that are right as often, and three controls that are always right. */
  static List<Tally> suite(int right, int of) {
    List<Tally> tallies = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      tallies.add(fault(RootLocale.format("fault-%d", i), right, of));
    }
    for (int i = 1; i <= 3; i++) {
      tallies.add(control(RootLocale.format("control-%d", i), of, 0, of));
    }
    return tallies;
  }

  static List<Tally> with(List<Tally> tallies, Tally other) {
    return tallies.stream()
        .map(tally -> tally.experiment().equals(other.experiment()) ? other : tally)
        .toList();
  }
}
