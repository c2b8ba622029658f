package io.chaoschapters.trials.statistics;

import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * Whether a sample is large enough to show what it is made for: a diagnoser whose rate has fallen
 * by so much must be found worse with a stated probability.
 *
 * @param level of the test that is to find it
 * @param loss how far the rate falls; from 0 it cannot fall any further
 * @param wanted the probability that it is found
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Power(double level, double loss, double wanted) {
  private static final int MOST = 2000;

  /** The probability that it is found in so many answers, if the old rate is the one seen. */
  public double of(int rightBefore, int before, int now) {
    double rate = Math.max(0, (double) rightBefore / before - loss);
    int most = FisherTest.mostThatIsWorse(rightBefore, before, now, level);
    return Binomial.atMost(now, most, rate);
  }

  /** How many more answers are needed; empty when none suffice, because the baseline is small. */
  public OptionalInt missing(int rightBefore, int before, int now) {
    for (int more = 0; now + more <= MOST; more++) {
      if (of(rightBefore, before, now + more) >= wanted) {
        return OptionalInt.of(more);
      }
    }
    return OptionalInt.empty();
  }
}
