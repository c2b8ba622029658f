package io.chaoschapters.diagnosis.semantic;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The two terms that explain the symptoms best together.
 *
 * @param gain by how much, in nats, they explain them better than the best term alone
 * @param own weight of the hard symptoms that the one with fewer has for itself
 * @param lead by how much they explain them better than any other two
 */
record Pairing(int first, int second, double gain, double own, double lead) {
  private static final double LEAST_OWN = 0.3;
  private static final double CLEARLY = 0.4;

  /** The best pair; null when there is none, or when it does not hold the best single term. */
  static @Nullable Pairing of(Features features, Mixture mixture, int best) {
    int terms = features.terms();
    double most = Double.NEGATIVE_INFINITY;
    double next = Double.NEGATIVE_INFINITY;
    int first = -1;
    int second = -1;
    for (int a = 0; a < terms; a++) {
      for (int b = a + 1; b < terms; b++) {
        double score = mixture.together(a, b);
        if (score > most) {
          next = most;
          most = score;
          first = a;
          second = b;
        } else {
          next = Math.max(next, score);
        }
      }
    }
    if (terms < 3 || first != best && second != best) {
      return null;
    }
    return new Pairing(
        first,
        second,
        most - mixture.scores()[best],
        Math.min(own(features, mixture, first, second), own(features, mixture, second, first)),
        most - next);
  }

  /** Of what it explains better than any other term, unless a state confirms the other as well. */
  private static double own(Features features, Mixture mixture, int term, int other) {
    return IntStream.range(0, features.symptoms())
        .filter(s -> features.kinds().get(s).isHard() && features.facts()[0][s][other] <= 0)
        .filter(s -> mixture.share()[s][term] >= CLEARLY && isBest(mixture.share()[s], term))
        .mapToDouble(s -> mixture.weight()[s])
        .sum();
  }

  private static boolean isBest(double[] share, int term) {
    return Arrays.stream(share).max().orElse(0) == share[term];
  }

  double[] numbers() {
    return new double[] {1, gain, Math.log(0.05 + own), lead};
  }

  /** Without any gain, or with nothing that only one of them explains, one is enough. */
  double likelihood(Weights weights) {
    return gain <= 0 || own < LEAST_OWN
        ? 0
        : Mixture.sigmoid(Mixture.dot(weights.two(), numbers()));
  }
}
