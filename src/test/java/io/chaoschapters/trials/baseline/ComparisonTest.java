package io.chaoschapters.trials.baseline;

import static io.chaoschapters.trials.baseline.BaselineSamples.baseline;
import static io.chaoschapters.trials.baseline.BaselineSamples.control;
import static io.chaoschapters.trials.baseline.BaselineSamples.fault;
import static io.chaoschapters.trials.baseline.BaselineSamples.suite;
import static io.chaoschapters.trials.baseline.BaselineSamples.unanswered;
import static io.chaoschapters.trials.baseline.BaselineSamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chaoschapters.report.baseline.BaselineFile;
import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.trials.statistics.Counts;
import io.chaoschapters.trials.statistics.FisherTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final int BREAK_FROM = 3;
  private static final BaselineFile FILE = new BaselineFile(Path.of("b.json"), "-Dup=true");

  private static Comparison compare(List<Tally> before, List<Tally> now) {
    return Comparison.of(baseline(before), now, BREAK_FROM);
  }

  private static String sentence(Comparison comparison) {
    return new ComparisonText(comparison, FILE).sentence();
  }

  @Test
  void same_isNotWorse() {
    Comparison comparison = compare(suite(9, 10), suite(9, 10));
    assertThat(comparison.standing()).isEqualTo(Standing.NOT_WORSE);
    assertThat(comparison.unknown()).isEmpty();
    assertThat(comparison.experiments()).hasSize(10);
  }

  @Test
  void smallFall_isLuck() {
    assertThat(compare(suite(9, 10), suite(8, 10)).standing()).isEqualTo(Standing.NOT_WORSE);
  }

  @Test
  void largeFall_isWorse_withTheExactPValueAndTheCorrectedLevel() {
    Comparison comparison = compare(suite(9, 10), suite(6, 10));
    assertThat(comparison.standing()).isEqualTo(Standing.WORSE);
    assertThat(comparison.breaks()).isEmpty();
    Comparison.Sum faults = comparison.sums().get(0);
    assertThat(faults.p()).isCloseTo(FisherTest.worse(new Counts(63, 70, 42, 70)), within(1e-12));
    assertThat(faults.level()).isCloseTo(0.025, within(1e-12));
    assertThat(faults.standing()).isEqualTo(Standing.WORSE);
    assertThat(sentence(comparison))
        .startsWith("Worse than the baseline b.json: 42/70 of all faults are right, before 63/70")
        .contains("level 0.025", "-Dup=true")
        .hasLineCount(1);
  }

  /** Between the two levels: alone it would be worse, of two it is not. */
  @Test
  void levelIsCorrected_forFaultsAndControls() {
    List<Tally> before = List.of(fault("f", 20, 20), control("c", 18, 2, 20));
    List<Tally> now = List.of(fault("f", 16, 20), control("c", 18, 2, 20));
    double p = FisherTest.worse(new Counts(20, 20, 16, 20));
    assertThat(p).isBetween(0.025, 0.06);
    assertThat(compare(before, now).standing()).isNotEqualTo(Standing.WORSE);
  }

  /** Holm's correction: once the faults are worse at half the level, the controls get all of it. */
  @Test
  void secondSampleIsTestedAtTheWholeLevel_onceTheFirstIsWorse() {
    List<Tally> before = List.of(fault("f", 30, 30), control("c", 29, 1, 30));
    List<Tally> controlsAlone = List.of(fault("f", 30, 30), control("c", 23, 7, 30));
    List<Tally> both = List.of(fault("f", 10, 30), control("c", 23, 7, 30));
    double p = FisherTest.worse(new Counts(29, 30, 23, 30));
    assertThat(p).isBetween(0.025, 0.05);
    assertThat(compare(before, controlsAlone).sums().get(1).standing())
        .isNotEqualTo(Standing.WORSE);
    assertThat(compare(before, both).sums().get(1).standing()).isEqualTo(Standing.WORSE);
  }

  @Test
  void falseAlarmsOnly_areSeenThoughFaultsAreBetter() {
    List<Tally> before = List.of(fault("f", 20, 40), control("c", 38, 2, 40));
    List<Tally> now = List.of(fault("f", 40, 40), control("c", 20, 20, 40));
    Comparison comparison = compare(before, now);
    assertThat(comparison.standing()).isEqualTo(Standing.WORSE);
    assertThat(sentence(comparison)).contains("20/40 of all controls are right");
  }

  @Test
  void newFalseAlarm_isABreak_whateverTheNumbersSay() {
    Comparison comparison =
        compare(suite(9, 10), with(suite(10, 10), control("control-2", 9, 1, 10)));
    assertThat(comparison.standing()).isEqualTo(Standing.WORSE);
    assertThat(comparison.breaks())
        .containsExactly("control-2: a new false alarm (1 of 10 answers; before none of 10)");
  }

  @Test
  void falseAlarmOfBefore_isNoNewOne() {
    List<Tally> before = with(suite(9, 10), control("control-2", 9, 1, 10));
    assertThat(compare(before, before).standing()).isEqualTo(Standing.NOT_WORSE);
  }

  @Test
  void allRightToAllWrong_isABreak_butNotInTwoAnswers() {
    List<Tally> before = with(suite(9, 10), fault("fault-3", 10, 10));
    Comparison broken = compare(before, with(suite(9, 10), fault("fault-3", 0, 4)));
    assertThat(broken.standing()).isEqualTo(Standing.WORSE);
    assertThat(broken.breaks())
        .containsExactly("fault-3: all right before (10 of 10), all wrong now (0 of 4)");
    assertThat(compare(before, with(suite(9, 10), fault("fault-3", 0, 2))).standing())
        .isEqualTo(Standing.NOT_WORSE);
    assertThat(compare(before, with(suite(9, 10), fault("fault-3", 1, 4))).breaks()).isEmpty();
  }

  @Test
  void breakInOneAnswer_forDiagnosersThatAlwaysAnswerAlike() {
    List<Tally> before = with(suite(9, 10), fault("fault-3", 1, 1));
    List<Tally> now = with(suite(9, 10), fault("fault-3", 0, 1));
    assertThat(Comparison.of(baseline(before), now, 1).standing()).isEqualTo(Standing.WORSE);
    assertThat(Comparison.of(baseline(before), now, 2).standing()).isEqualTo(Standing.NOT_WORSE);
  }

  @Test
  void noAnswers_neverCountAsRight_andNeverHideABreak() {
    List<Tally> before = with(suite(9, 10), fault("fault-3", 10, 10));
    Tally wrongOrSilent = unanswered(fault("fault-3", 0, 2), 8);
    Comparison hidden = compare(before, with(suite(9, 10), wrongOrSilent));
    assertThat(hidden.standing()).isEqualTo(Standing.UNDECIDED);
    assertThat(sentence(hidden))
        .contains("no pass", "fault-3: 8 of 10 trials have no answer, which may hide a break");

    Comparison broken = compare(before, with(suite(9, 10), unanswered(fault("fault-3", 0, 5), 5)));
    assertThat(broken.standing()).isEqualTo(Standing.WORSE);

    Tally silentControl = unanswered(control("control-1", 0, 0, 0), 10);
    assertThat(compare(before, with(suite(9, 10), silentControl)).standing())
        .isEqualTo(Standing.UNDECIDED);
  }

  @Test
  void manyWithoutAnAnswer_areNotPassed_whenTheyCouldBeAllWrong() {
    List<Tally> now = new ArrayList<>();
    for (Tally tally : suite(6, 6)) {
      now.add(tally.control() ? tally : unanswered(tally, 4));
    }
    Comparison comparison = compare(suite(9, 10), now);
    assertThat(comparison.standing()).isEqualTo(Standing.UNDECIDED);
    assertThat(sentence(comparison)).contains("28 trials have no answer; were they wrong");
  }

  @Test
  void fewWithoutAnAnswer_changeNothing() {
    List<Tally> now = with(suite(9, 10), unanswered(fault("fault-1", 8, 9), 1));
    assertThat(compare(suite(9, 10), now).standing()).isEqualTo(Standing.NOT_WORSE);
  }

  @Test
  void tooFewToTell_saysHowManyMore_andIsNoPass() {
    List<Tally> few = with(with(suite(1, 1), fault("fault-1", 0, 1)), fault("fault-2", 0, 1));
    Comparison comparison = compare(suite(9, 10), few);
    assertThat(comparison.standing()).isEqualTo(Standing.UNDECIDED);
    String faults = comparison.unknown().get(0);
    assertThat(faults).matches("all faults: needs \\d+ more answers");
    int missing = Integer.parseInt(faults.replaceAll("\\D+", ""));
    List<Tally> enough = with(few, fault("fault-1", missing - 1, 1 + missing));
    assertThat(compare(suite(9, 10), enough).unknown()).noneMatch(t -> t.contains("faults"));
  }

  @Test
  void answersThatRuleOutAFall_passThoughThereAreFew() {
    List<Tally> before = List.of(fault("f", 24, 28), control("c", 12, 0, 12));
    assertThat(compare(before, before).standing()).isEqualTo(Standing.NOT_WORSE);
    List<Tally> fewer = List.of(fault("f", 18, 28), control("c", 12, 0, 12));
    assertThat(compare(before, fewer).unknown()).containsExactly("all faults: needs 1 more answer");
  }

  @Test
  void tooFewControls_areSaid_thoughThereAreEnoughFaults() {
    List<Tally> before = List.of(fault("f", 36, 40), control("c", 10, 0, 10));
    List<Tally> now = List.of(fault("f", 36, 40), control("c", 2, 0, 2));
    assertThat(compare(before, now).unknown())
        .containsExactly("all controls: needs 2 more answers");
  }

  @Test
  void tinyBaseline_isSaidToBeTooSmall() {
    List<Tally> before = List.of(fault("f", 2, 2), control("c", 10, 0, 10));
    List<Tally> now = List.of(fault("f", 20, 40), control("c", 10, 0, 10));
    assertThat(sentence(compare(before, now))).contains("2 answers are too few", "anew");
  }

  @Test
  void tooFewAnswers_doNotHideABreak() {
    Comparison comparison = compare(suite(9, 10), with(suite(1, 1), control("control-1", 0, 1, 1)));
    assertThat(comparison.standing()).isEqualTo(Standing.WORSE);
  }

  @Test
  void improvement_isToldWithTheWayToRaiseTheBaseline() {
    Comparison comparison = compare(suite(6, 10), suite(9, 10));
    assertThat(comparison.standing()).isEqualTo(Standing.BETTER);
    assertThat(sentence(comparison))
        .startsWith("Better than the baseline b.json: 63/70 of all faults are right")
        .contains("raise the baseline: the same command with -Dup=true");
  }

  @Test
  void nothingWasRightBefore_nothingCanGetWorse() {
    List<Tally> before = List.of(fault("f", 0, 20), control("c", 10, 0, 10));
    assertThat(compare(before, before).standing()).isEqualTo(Standing.NOT_WORSE);
  }

  @Test
  void nothingToCompare_isNoPass() {
    List<Tally> nothing = List.of(unanswered(fault("f", 0, 0), 5));
    assertThat(compare(nothing, nothing).standing()).isEqualTo(Standing.UNDECIDED);
  }

  @Test
  void table_showsEachExperimentAndTheSums() {
    Comparison comparison =
        compare(suite(9, 10), with(suite(9, 10), control("control-2", 9, 1, 10)));
    ComparisonText text = new ComparisonText(comparison, FILE);
    assertThat(String.join("\n", text.lines()))
        .contains("fault-1 ", "9/10", "all faults", "63/70")
        .containsPattern("control-2 \\(control\\) +10/10 +9/10 +- +BROKEN")
        .containsPattern("all controls +30/30 +29/30 .*level 0.0");
    assertThat(text.markdown()).contains("### Worse").anyMatch(l -> l.startsWith("| control-2"));
  }

  @Test
  void namesFromOutside_areNoMarkdown() {
    List<Tally> odd = List.of(fault("a|b`<img>", 20, 20), control("c", 10, 0, 10));
    assertThat(new ComparisonText(compare(odd, odd), FILE).markdown())
        .anyMatch(line -> line.startsWith("| a\\|b\\`\\<img\\>"));
  }
}
