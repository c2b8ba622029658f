package io.chaoschapters.trials.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.trials.statistics.GroupSequentialTest.Decision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand histories of a known rate each: baseline and new answers are both drawn anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The plan is calculated once.
class GroupSequentialTestTest {
  private static final int RUNS = 10_000;
  private static final double ALPHA = 0.025;
  private static final double BETA = 0.05;
  private static final double MARGIN = 1.0 / 3;
  private static final int BEFORE = 70;
  private static final List<Integer> LOOKS = List.of(7, 14, 21, 28, 35, 42);

  private final GroupSequentialTest test =
      new GroupSequentialTest(BEFORE, LOOKS, ALPHA, BETA, MARGIN);

  /** How many of the histories ended how, and how many answers it took. */
  private record Ends(Map<Decision, Integer> counts, double answers) {
    double share(Decision decision) {
      return counts.getOrDefault(decision, 0) / (double) RUNS;
    }
  }

  private Ends simulate(double before, double now, long seed) {
    Random random = new Random(seed);
    Map<Decision, Integer> counts = new EnumMap<>(Decision.class);
    long answers = 0;
    for (int run = 0; run < RUNS; run++) {
      int rightBefore = drawn(random, BEFORE, before);
      int right = 0;
      int made = 0;
      Decision decision = Decision.OPEN;
      for (int k = 0; k < LOOKS.size() && decision == Decision.OPEN; k++) {
        right += drawn(random, LOOKS.get(k) - made, now);
        made = LOOKS.get(k);
        decision = test.at(k, new Counts(rightBefore, BEFORE, right, made));
      }
      counts.merge(decision, 1, Integer::sum);
      answers += made;
    }
    return new Ends(counts, (double) answers / RUNS);
  }

  private static int drawn(Random random, int of, double rate) {
    int hits = 0;
    for (int i = 0; i < of; i++) {
      hits += random.nextDouble() < rate ? 1 : 0;
    }
    return hits;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98})
  void unchangedRate_isCalledWorseNoMoreOftenThanStated(double rate) {
    Ends ends = simulate(rate, rate, 20);
    assertThat(ends.share(Decision.WORSE)).isLessThanOrEqualTo(ALPHA);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.35, 0.5, 0.7, 0.8, 0.9, 0.95, 1})
  void rateThatFellByTheMargin_isPassedNoMoreOftenThanStated(double rate) {
    Ends ends = simulate(rate, rate - MARGIN, 21);
    assertThat(ends.share(Decision.NOT_WORSE)).isLessThanOrEqualTo(BETA);
  }

  @Test
  void goodAsBeforeAndClearlyWorse_takeHalfTheAnswersOrLess() {
    Ends same = simulate(38.0 / 42, 38.0 / 42, 22);
    Ends half = simulate(38.0 / 42, 38.0 / 42 - 0.5, 23);
    assertThat(same.answers()).isLessThanOrEqualTo(21);
    assertThat(same.share(Decision.NOT_WORSE)).isGreaterThan(0.95);
    assertThat(half.answers()).isLessThanOrEqualTo(21);
    assertThat(half.share(Decision.WORSE)).isGreaterThan(0.99);
  }

  @Test
  void levels_spendMoreThanTheSafeSum_becauseTheyAreCalculated() {
    double sum = 0;
    for (int k = 0; k < test.looks(); k++) {
      sum += test.levelOfWorse(k);
    }
    assertThat(sum).isGreaterThan(ALPHA);
  }
}
