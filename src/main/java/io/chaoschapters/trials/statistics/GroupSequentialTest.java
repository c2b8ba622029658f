package io.chaoschapters.trials.statistics;

import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Compares a growing sample with a baseline, at looks that are planned ahead, and ends as soon as
 * it is decided.
 *
 * <ul>
 *   <li>Worse: Fisher's exact test at the level of the look. The levels are calculated so that the
 *       chance of ever calling an unchanged rate worse is at most alpha, whatever the rate is.
 *   <li>Not worse: {@link NoninferiorityTest} at the level of the look. These levels add up to
 *       beta, so that the chance of ever passing a rate that fell by the margin is at most beta.
 * </ul>
 *
 * <p>Neither guarantee needs the other rule to be followed: going on after a decision is safe.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GroupSequentialTest {
  /** How early the levels are spent: 1 evenly over the looks, more means later. */
  private static final double SPENT_ON_WORSE = 2;

  private static final double SPENT_ON_NOT_WORSE = 1;
  private static final int HALVINGS = 8;
  private static final double MOST_GAIN = 64;
  private static final int RATES = 100;
  private static final double NEGLIGIBLE = 1e-13;

  private final int before;
  private final int[] looks;
  private final double margin;
  private final double[] worse;
  private final double[] notWorse;

  /** What a look says. */
  public enum Decision {
    /** The new rate is lower. */
    WORSE,
    /** The new rate is not lower by the margin. */
    NOT_WORSE,
    /** It cannot be told yet. */
    OPEN
  }

  /**
   * Plans the looks.
   *
   * @param before answers in the baseline, at least 1
   * @param looks how many new answers there will be at each look, growing
   * @param alpha the chance of calling an unchanged rate worse
   * @param beta the chance of calling a rate not worse that fell by the margin
   * @param margin above 0 and below 1
   */
  public GroupSequentialTest(
      int before, List<Integer> looks, double alpha, double beta, double margin) {
    this.before = before;
    this.looks = looks.stream().mapToInt(Integer::intValue).toArray();
    this.margin = margin;
    this.notWorse = spent(beta, this.looks, SPENT_ON_NOT_WORSE);
    this.worse = calibrated(alpha);
  }

  private static double[] spent(double total, int[] looks, double power) {
    double last = looks[looks.length - 1];
    double[] levels = new double[looks.length];
    double sum = 0;
    for (int k = 0; k < looks.length; k++) {
      double share = Math.pow(looks[k] / last, power);
      levels[k] = total * (share - sum);
      sum = share;
    }
    return levels;
  }

  /**
   * Levels that add up to alpha are safe, whatever depends on what, and waste much of it. So they
   * are raised together as far as the calculated chance allows.
   */
  private double[] calibrated(double alpha) {
    double[] safe = spent(alpha, looks, SPENT_ON_WORSE);
    double low = 0;
    double high = Math.log(MOST_GAIN);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (chanceOfWrongAlarm(times(safe, Math.exp(middle))) <= alpha) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return times(safe, Math.exp(low));
  }

  private static double[] times(double[] levels, double factor) {
    return Arrays.stream(levels).map(level -> level * factor).toArray();
  }

  /** The greatest chance, over all rates, that an unchanged one is ever called worse. */
  private double chanceOfWrongAlarm(double[] levels) {
    int[][] most = new int[before + 1][looks.length];
    for (int right = 0; right <= before; right++) {
      for (int k = 0; k < looks.length; k++) {
        most[right][k] = FisherTest.mostThatIsWorse(right, before, looks[k], levels[k]);
      }
    }
    double greatest = 0;
    for (int i = 1; i < RATES; i++) {
      double rate = (double) i / RATES;
      double[] ofBefore = Binomial.probabilities(before, rate);
      double chance = 0;
      for (int right = 0; right <= before; right++) {
        if (ofBefore[right] > NEGLIGIBLE) {
          chance += ofBefore[right] * chanceOfCrossing(most[right], rate);
        }
      }
      greatest = Math.max(greatest, chance);
    }
    return greatest;
  }

  /** Follows every path of right answers from look to look. */
  private double chanceOfCrossing(int[] most, double rate) {
    double[] paths = {1};
    double crossed = 0;
    int seen = 0;
    for (int k = 0; k < looks.length; k++) {
      paths = grown(paths, Binomial.probabilities(looks[k] - seen, rate));
      seen = looks[k];
      for (int right = 0; right <= most[k]; right++) {
        crossed += paths[right];
        paths[right] = 0;
      }
    }
    return crossed;
  }

  private static double[] grown(double[] paths, double[] step) {
    double[] next = new double[paths.length + step.length - 1];
    for (int a = 0; a < paths.length; a++) {
      if (paths[a] > 0) {
        for (int b = 0; b < step.length; b++) {
          next[a + b] += paths[a] * step[b];
        }
      }
    }
    return next;
  }

  /** How many looks there are. */
  public int looks() {
    return looks.length;
  }

  /** The level at which a look calls the new rate worse; looks are counted from 0. */
  public double levelOfWorse(int look) {
    return worse[look];
  }

  /** Looks at what there is; looks are counted from 0. */
  public Decision at(int look, Counts counts) {
    if (FisherTest.worse(counts) <= worse[look]) {
      return Decision.WORSE;
    }
    return counts.now() > 0
            && NoninferiorityTest.notWorseBy(margin, counts) <= notWorse[look]
        ? Decision.NOT_WORSE
        : Decision.OPEN;
  }
}
