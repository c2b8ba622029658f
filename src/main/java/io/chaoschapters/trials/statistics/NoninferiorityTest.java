package io.chaoschapters.trials.statistics;

import org.apiguardian.api.API;

/**
 * An exact unconditional test of "the new rate is worse than the old one by a margin or more", in
 * the manner of Chan (1998): the p-value is the greatest over all pairs of rates that lie apart by
 * that margin. A small one says that the new rate is not that much worse.
 *
 * <p>Outcomes are ordered by the score of Agresti and Caffo (2000), which adds one right and one
 * wrong answer to each sample. Any order gives a valid test; this one gives a powerful one.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class NoninferiorityTest {
  private static final int RATES = 200;
  // Outcomes that are equal but for rounding count as equal, to the safe side.
  private static final double EQUAL = 1e-9;

  private NoninferiorityTest() {}

  /**
   * The p-value.
   *
   * @param margin above 0 and below 1
   */
  public static double notWorseBy(double margin, Counts counts) {
    double seen = score(counts, margin) - EQUAL;
    boolean[][] asGood = new boolean[counts.before() + 1][counts.now() + 1];
    for (int a = 0; a <= counts.before(); a++) {
      for (int b = 0; b <= counts.now(); b++) {
        asGood[a][b] = score(new Counts(a, counts.before(), b, counts.now()), margin) >= seen;
      }
    }
    double greatest = 0;
    for (int i = 0; i <= RATES; i++) {
      double before = margin + (1 - margin) * i / RATES;
      greatest = Math.max(greatest, probability(asGood, before, before - margin));
    }
    return Math.min(1, greatest);
  }

  private static double score(Counts c, double margin) {
    double before = (c.rightBefore() + 1.0) / (c.before() + 2);
    double now = (c.rightNow() + 1.0) / (c.now() + 2);
    double variance = before * (1 - before) / (c.before() + 2) + now * (1 - now) / (c.now() + 2);
    return (now - before + margin) / Math.sqrt(variance);
  }

  private static double probability(boolean[][] outcomes, double before, double now) {
    double[] ofBefore = Binomial.probabilities(outcomes.length - 1, before);
    double[] ofNow = Binomial.probabilities(outcomes[0].length - 1, now);
    double sum = 0;
    for (int a = 0; a < outcomes.length; a++) {
      double within = 0;
      for (int b = 0; b < outcomes[a].length; b++) {
        within += outcomes[a][b] ? ofNow[b] : 0;
      }
      sum += ofBefore[a] * within;
    }
    return sum;
  }
}
