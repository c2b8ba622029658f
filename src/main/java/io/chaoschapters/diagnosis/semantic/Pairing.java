package io.chaoschapters.diagnosis.semantic;

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
        Math.min(own(features, mixture, first), own(features, mixture, second)),
        most - next);
  }

  private static double own(Features features, Mixture mixture, int term) {
    return IntStream.range(0, features.symptoms())
        .filter(s -> features.kinds().get(s).isHard() && mixture.share()[s][term] > 0.5)
        .mapToDouble(s -> mixture.weight()[s])
        .sum();
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
