package io.chaoschapters.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.grading.Grade.Outcome;
import io.chaoschapters.report.trials.TrialAnswer;
import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialHeader.Asked;
import io.chaoschapters.report.trials.TrialHeader.Tried;
import io.chaoschapters.report.trials.TrialOutcome;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.report.trials.TrialTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialRequirementTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final int EACH = 10;

  /** Who is wise is always right; the trivial rule is right about controls and some faults. */
  private static TrialTable table(int faultsOfTheRule) {
    TrialHeader header =
        new TrialHeader(
            TrialHeader.VERSION,
            "f00",
            NOW,
            "tank",
            "A water tank",
            7,
            EACH,
            List.of(new Tried("leak", "leak", false, EACH), new Tried("calm", "none", true, EACH)),
            List.of(new Asked("wise", "1", false), new Asked("rule", "1", true)),
            null);
    List<TrialResult> results = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      results.add(result(2 * i, "leak", i < faultsOfTheRule ? Outcome.RIGHT : Outcome.MISSED));
      results.add(result(2 * i + 1, "calm", Outcome.RIGHT));
    }
    return TrialTable.of(header, "local", "", results);
  }

  private static TrialResult result(int number, String experiment, Outcome rule) {
    return new TrialResult(
        number,
        experiment,
        TrialOutcome.MEASURED,
        "",
        NOW,
        5,
        null,
        List.of(
            new TrialAnswer("wise", Outcome.RIGHT, "x", "y", 1.5, null, null, null, null),
            new TrialAnswer("rule", rule, "x", "y", 0.0, null, null, null, null)),
        null);
  }

  @Test
  void trivialRuleDoesWell_nothingThatIsAskedForIsMet() {
    assertThat(new TrialRequirement(0.9).complaints(table(9)))
        .singleElement()
        .asString()
        .contains("The trivial rule 'rule' does well, too");
    assertThat(new TrialRequirement(0.9).complaints(table(1))).isEmpty();
  }

  @Test
  void nothingIsAskedFor_measurementIsNoTest() {
    assertThat(new TrialRequirement(0).complaints(table(9))).isEmpty();
  }
}
