package io.chaoschapters.diagnosis.semantic;

import java.util.stream.IntStream;

/**
 * What the likelihood that a term is right hangs on. A posterior alone says only that the others
 * fit worse.
 *
 * @param lead posterior of the term, if one of the terms is right, or how much of the hard symptoms
 *     is shared out to it, whichever is more
 * @param cosine to the telling symptom that fits it best
 * @param words rare words that it has in common with one of them
 */
record Certainty(double lead, double cosine, double words) {
  /** Cosines above it say no more. */
  private static final double ENOUGH = 0.4;

  static Certainty of(Features features, Mixture mixture, int term) {
    return new Certainty(
        Math.max(mixture.posterior()[term], explained(features, mixture, term)),
        cosine(features, term),
        specific(features, features.words(), term));
  }

  private static double explained(Features features, Mixture mixture, int term) {
    double all = 0;
    double own = 0;
    for (int s = 0; s < features.symptoms(); s++) {
      if (features.kinds().get(s).isHard()) {
        all += mixture.weight()[s];
        own += mixture.weight()[s] * mixture.share()[s][term];
      }
    }
    return all == 0 ? 0 : own / all;
  }

  static double cosine(Features features, int term) {
    return specific(features, features.cosine(), term);
  }

  private static double specific(Features features, double[][] values, int term) {
    return IntStream.range(0, features.symptoms())
        .filter(s -> features.kinds().get(s).isSpecific())
        .mapToDouble(s -> values[s][term])
        .max()
        .orElse(0);
  }

  /** As above, for a term that no other comes close to. */
  Certainty alone() {
    return new Certainty(1, cosine, words);
  }

  /** How many numbers the likelihood is made of. */
  static final int NUMBERS = 4;

  double[] numbers() {
    return new double[] {1, lead, Math.min(cosine, ENOUGH), words};
  }

  double likelihood(Weights weights) {
    return Mixture.sigmoid(Mixture.dot(weights.right(), numbers()));
  }
}
