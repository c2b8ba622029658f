package io.chaoschapters.trials.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.apiguardian.api.API;

/**
 * Compares a growing sample with a baseline, at looks that are planned ahead, and ends as soon as
 * it is decided.
 *
 * <ul>
 *   <li>Worse: Fisher's exact test at the level of the look.
 *   <li>Not worse: {@link NoninferiorityTest} at the level of the look.
 * </ul>
 *
 * <p>The levels are calculated so that, whatever the rate is, the chance of ever calling an
 * unchanged rate worse is at most alpha, and the chance of ever passing a rate that fell by the
 * margin is at most beta. Neither needs the other rule to be followed: going on after a decision is
 * safe.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GroupSequentialTest {
  /** How early the levels are spent: 1 evenly over the looks, more means later. */
  private static final double SPENT_ON_WORSE = 2;

  private static final double SPENT_ON_NOT_WORSE = 1;
  private static final int HALVINGS = 8;

  /** The rest is left for rates between those that are calculated. */
  private static final double CALCULATED = 0.9;

  private static final double MOST_GAIN = 64;
  private static final int RATES = 100;
  private static final double NEGLIGIBLE = 1e-13;

  private final int[] looks;
  private final double margin;
  private final double[][][] pValuesOfNotWorse;
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
    this.looks = looks.stream().mapToInt(Integer::intValue).toArray();
    this.margin = margin;
    this.pValuesOfNotWorse = tables(now -> NoninferiorityTest.pValues(margin, before, now));
    this.worse =
        calibrated(
            spent(alpha, SPENT_ON_WORSE),
            alpha,
            tables(now -> FisherTest.pValues(before, now)),
            rate -> rate);
    this.notWorse =
        calibrated(spent(beta, SPENT_ON_NOT_WORSE), beta, pValuesOfNotWorse, rate -> rate - margin);
  }

  private double[] spent(double total, double power) {
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

  private double[][][] tables(IntFunction<double[][]> table) {
    return Arrays.stream(looks).mapToObj(table).toArray(double[][][]::new);
  }

  /**
   * Levels that add up to the total are safe, whatever depends on what, and waste much of it. So
   * they are raised together as far as the calculated chance allows.
   *
   * @param tables the p-values of each look
   * @param now the new rate of which the test must not reject too often, from the old one
   */
  private double[] calibrated(
      double[] safe, double total, double[][][] tables, DoubleUnaryOperator now) {
    double low = 0;
    double high = Math.log(MOST_GAIN);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (greatestChance(tables, times(safe, Math.exp(middle)), now) <= CALCULATED * total) {
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

  /** The greatest chance, over all rates, of ever being below the level. */
  private double greatestChance(double[][][] tables, double[] levels, DoubleUnaryOperator now) {
    double greatest = 0;
    for (int i = 0; i <= RATES; i++) {
      double rate = (double) i / RATES;
      double newRate = now.applyAsDouble(rate);
      if (newRate >= 0) {
        greatest = Math.max(greatest, chance(tables, levels, rate, newRate));
      }
    }
    return greatest;
  }

  private double chance(double[][][] tables, double[] levels, double rate, double newRate) {
    double[] ofBefore = Binomial.probabilities(tables[0].length - 1, rate);
    double chance = 0;
    for (int right = 0; right < ofBefore.length; right++) {
      if (ofBefore[right] > NEGLIGIBLE) {
        chance += ofBefore[right] * crossing(tables, levels, right, newRate);
      }
    }
    return chance;
  }

  /** Follows every path of right answers from look to look. */
  private double crossing(double[][][] tables, double[] levels, int before, double rate) {
    double[] paths = {1};
    double crossed = 0;
    int seen = 0;
    for (int k = 0; k < looks.length; k++) {
      paths = grown(paths, Binomial.probabilities(looks[k] - seen, rate));
      seen = looks[k];
      double[] pValues = tables[k][before];
      for (int right = 0; right < paths.length; right++) {
        if (pValues[right] <= levels[k]) {
          crossed += paths[right];
          paths[right] = 0;
        }
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
    return counts.now() > 0 && pValueOfNotWorse(look, counts) <= notWorse[look]
        ? Decision.NOT_WORSE
        : Decision.OPEN;
  }

  /** There are fewer answers than planned when trials had none. */
  private double pValueOfNotWorse(int look, Counts counts) {
    double[][] planned = pValuesOfNotWorse[look];
    return counts.before() == planned.length - 1 && counts.now() == planned[0].length - 1
        ? planned[counts.rightBefore()][counts.rightNow()]
        : NoninferiorityTest.notWorseBy(margin, counts);
  }
}
