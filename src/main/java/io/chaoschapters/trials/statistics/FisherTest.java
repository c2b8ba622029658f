package io.chaoschapters.trials.statistics;

import org.apiguardian.api.API;

/**
 * Fisher's exact test, one-sided: how likely it is, if nothing has changed, that so few of the
 * right answers fall to the new sample.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FisherTest {
  private FisherTest() {}

  /** The p-value of "the new sample is worse"; 1 when one of the samples is empty. */
  public static double worse(Counts counts) {
    int right = counts.rightBefore() + counts.rightNow();
    int all = counts.before() + counts.now();
    double whole = LogFactorial.choose(all, counts.now());
    double sum = 0;
    for (int k = Math.max(0, right - counts.before()); k <= counts.rightNow(); k++) {
      double ways =
          LogFactorial.choose(right, k) + LogFactorial.choose(all - right, counts.now() - k);
      sum += Math.exp(ways - whole);
    }
    return Math.min(1, sum);
  }

  /** The p-value of "the new sample is better". */
  public static double better(Counts counts) {
    return worse(counts.swapped());
  }

  /** The p-value of "worse" of every outcome, by right answers before and right answers now. */
  static double[][] pValues(int before, int now) {
    double[][] values = new double[before + 1][now + 1];
    for (int a = 0; a <= before; a++) {
      for (int b = 0; b <= now; b++) {
        values[a][b] = worse(new Counts(a, before, b, now));
      }
    }
    return values;
  }

  /** The most right answers now that still are worse at a level; -1 when not even none is. */
  static int mostThatIsWorse(int rightBefore, int before, int now, double level) {
    int most = -1;
    while (most < now && worse(new Counts(rightBefore, before, most + 1, now)) <= level) {
      most++;
    }
    return most;
  }
}
