package io.chaoschapters.trials.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    return pValues(margin, counts.before(), counts.now())[counts.rightBefore()][counts.rightNow()];
  }

  /** The p-value of every outcome, by right answers before and right answers now. */
  static double[][] pValues(double margin, int before, int now) {
    List<Outcome> bestFirst = new ArrayList<>();
    for (int a = 0; a <= before; a++) {
      for (int b = 0; b <= now; b++) {
        bestFirst.add(new Outcome(a, b, score(new Counts(a, before, b, now), margin)));
      }
    }
    bestFirst.sort(Comparator.comparingDouble(Outcome::score).reversed());
    double[][] greatest = new double[before + 1][now + 1];
    for (int i = 0; i <= RATES; i++) {
      double rate = margin + (1 - margin) * i / RATES;
      double[] ofBefore = Binomial.probabilities(before, rate);
      double[] ofNow = Binomial.probabilities(now, rate - margin);
      double sum = 0;
      int first = 0;
      for (int next = 0; next < bestFirst.size(); next++) {
        Outcome outcome = bestFirst.get(next);
        sum += ofBefore[outcome.before()] * ofNow[outcome.now()];
        boolean lastOfItsScore =
            next + 1 == bestFirst.size()
                || bestFirst.get(next + 1).score() < outcome.score() - EQUAL;
        if (lastOfItsScore) {
          for (; first <= next; first++) {
            Outcome equal = bestFirst.get(first);
            greatest[equal.before()][equal.now()] =
                Math.max(greatest[equal.before()][equal.now()], Math.min(1, sum));
          }
        }
      }
    }
    return greatest;
  }

  private record Outcome(int before, int now, double score) {}

  private static double score(Counts c, double margin) {
    double before = (c.rightBefore() + 1.0) / (c.before() + 2);
    double now = (c.rightNow() + 1.0) / (c.now() + 2);
    double variance = before * (1 - before) / (c.before() + 2) + now * (1 - now) / (c.now() + 2);
    return (now - before + margin) / Math.sqrt(variance);
  }
}
