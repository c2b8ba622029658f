package io.chaoschapters.trials.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.report.baseline.Baseline;
import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * A hundred histories: a baseline of ten rounds, then at most six rounds of ten experiments, which
 * are sixty trials, compared as they are made. Seven experiments are faults, three are controls.
 */
class SabotageTest {
  private static final int HISTORIES = 100;
  private static final int ROUNDS = 6;
  private static final double THIRD = 1.0 / 3;

  /** What experiments differ in: the mean is 38 of 42. */
  private static final double[] RATES = {1, 1, 0.98, 0.95, 0.9, 0.8, 0.7033};

  private final Map<List<Integer>, StoppingRule> rules = new HashMap<>();
  private int experiments = 10;
  private int controls = 3;

  private static double rate(int fault) {
    return RATES[fault % RATES.length];
  }

  private record Outcome(int worse, int passed, int open, double trials) {}

  private List<Tally> tallies(
      Random random, int rounds, IntToDoubleFunction rateOfFaults, double rateOfControls) {
    List<Tally> tallies = new ArrayList<>();
    for (int i = 0; i < experiments - controls; i++) {
      int right = hits(random, rounds, rateOfFaults.applyAsDouble(i));
      tallies.add(BaselineSamples.fault(RootLocale.format("fault-%d", i), right, rounds));
    }
    for (int i = 0; i < controls; i++) {
      int right = hits(random, rounds, rateOfControls);
      tallies.add(
          BaselineSamples.control(
              RootLocale.format("control-%d", i), right, rounds - right, rounds));
    }
    return tallies;
  }

  private static int hits(Random random, int of, double rate) {
    int hits = 0;
    for (int i = 0; i < of; i++) {
      hits += random.nextDouble() < rate ? 1 : 0;
    }
    return hits;
  }

  private Outcome histories(IntToDoubleFunction now, double controlsNow, long seed) {
    Random random = new Random(seed);
    int worse = 0;
    int passed = 0;
    int trials = 0;
    for (int history = 0; history < HISTORIES; history++) {
      Baseline baseline = BaselineSamples.baseline(tallies(random, 10, SabotageTest::rate, 1));
      StoppingRule rule = rule(baseline);
      List<Tally> sum = tallies(random, 0, now, controlsNow);
      Standing standing = Standing.UNDECIDED;
      for (int round = 0; round < ROUNDS && standing == Standing.UNDECIDED; round++) {
        sum = plus(sum, tallies(random, 1, now, controlsNow));
        standing = Comparison.at(rule, round, baseline, sum, 3).standing();
        trials += experiments;
      }
      worse += standing == Standing.WORSE ? 1 : 0;
      passed += standing == Standing.NOT_WORSE || standing == Standing.BETTER ? 1 : 0;
    }
    return new Outcome(worse, passed, HISTORIES - worse - passed, (double) trials / HISTORIES);
  }

  /** The plan depends on how many answers there are, which is the same in each history. */
  private StoppingRule rule(Baseline baseline) {
    List<Integer> faults = new ArrayList<>();
    List<Integer> alarms = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      faults.add((experiments - controls) * round);
      alarms.add(controls * round);
    }
    return rules.computeIfAbsent(faults, key -> new StoppingRule(baseline, faults, alarms));
  }

  private static List<Tally> plus(List<Tally> sum, List<Tally> round) {
    List<Tally> both = new ArrayList<>();
    for (int i = 0; i < sum.size(); i++) {
      Tally a = sum.get(i);
      Tally b = round.get(i);
      both.add(
          new Tally(
              a.experiment(),
              a.control(),
              a.answers() + b.answers(),
              a.right() + b.right(),
              a.falseAlarms() + b.falseAlarms(),
              0,
              null,
              null));
    }
    return both;
  }

  /** The hard case: it is worse at faults alone, so that no false alarm gives it away. */
  @Test
  void wrongOneTimeInThreeMoreOften_isCaughtWithinSixtyTrials() {
    Outcome outcome = histories(i -> rate(i) - THIRD, 1, 20);
    assertThat(outcome.worse()).as(outcome.toString()).isGreaterThanOrEqualTo(95);
    assertThat(outcome.trials()).isLessThanOrEqualTo(30);
  }

  @Test
  void wrongOneTimeInThreeMoreOftenEverywhere_isCaughtAtOnce() {
    Outcome outcome = histories(i -> rate(i) - THIRD, 1 - THIRD, 21);
    assertThat(outcome.worse()).as(outcome.toString()).isGreaterThanOrEqualTo(95);
    assertThat(outcome.trials()).isLessThanOrEqualTo(20);
  }

  @Test
  void unchanged_isBlamedInAtMostFive() {
    Outcome outcome = histories(SabotageTest::rate, 1, 22);
    assertThat(outcome.worse()).as(outcome.toString()).isLessThanOrEqualTo(5);
    assertThat(outcome.passed()).as(outcome.toString()).isGreaterThanOrEqualTo(90);
  }

  /**
   * As many as the larger of our subjects has; in ten, only the third round has enough controls.
   */
  private void largerSuite() {
    experiments = 24;
    controls = 8;
  }

  @Test
  void asGoodAsBefore_takesHalfTheTrialsOrLess() {
    largerSuite();
    Outcome outcome = histories(SabotageTest::rate, 1, 24);
    assertThat(outcome.passed()).as(outcome.toString()).isGreaterThanOrEqualTo(90);
    assertThat(outcome.trials()).as(outcome.toString()).isLessThanOrEqualTo(72);
  }

  @Test
  void clearlyWorse_takesHalfTheTrialsOrLess() {
    largerSuite();
    Outcome outcome = histories(i -> rate(i) - 0.5, 1, 25);
    assertThat(outcome.worse()).as(outcome.toString()).isGreaterThanOrEqualTo(95);
    assertThat(outcome.trials()).as(outcome.toString()).isLessThanOrEqualTo(72);
  }

  @Test
  void unchangedInANumberOfTrialsThatIsFixed_isBlamedInAtMostFive() {
    Random random = new Random(23);
    int worse = 0;
    for (int history = 0; history < HISTORIES; history++) {
      Baseline baseline = BaselineSamples.baseline(tallies(random, 10, SabotageTest::rate, 1));
      List<Tally> now = tallies(random, 6, SabotageTest::rate, 1);
      worse += Comparison.of(baseline, now, 3).standing() == Standing.WORSE ? 1 : 0;
    }
    assertThat(worse).isLessThanOrEqualTo(5);
  }
}
