package io.chaoschapters.trials.statistics;

/** The binomial distribution. */
final class Binomial {
  private Binomial() {}

  /** The probabilities of 0 to {@code n} successes. */
  static double[] probabilities(int n, double p) {
    double[] probabilities = new double[n + 1];
    for (int k = 0; k <= n; k++) {
      probabilities[k] = probability(n, k, p);
    }
    return probabilities;
  }

  private static double probability(int n, int k, double p) {
    if (p <= 0 || p >= 1) {
      return (p <= 0 ? 0 : n) == k ? 1 : 0;
    }
    return Math.exp(LogFactorial.choose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
  }

  /** The probability of at most {@code k} successes. */
  static double atMost(int n, int k, double p) {
    double sum = 0;
    for (int i = 0; i <= Math.min(k, n); i++) {
      sum += probability(n, i, p);
    }
    return Math.min(1, sum);
  }
}
