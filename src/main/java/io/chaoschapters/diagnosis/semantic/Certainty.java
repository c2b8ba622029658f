package io.chaoschapters.diagnosis.semantic;

import java.util.stream.IntStream;

/**
 * What the likelihood that a term is right hangs on. A posterior alone says only that the others
 * fit worse.
 *
 * @param posterior of the term, if one of the terms is right
 * @param cosine to the telling symptom that fits it best
 * @param words rare words that it has in common with one of them
 */
record Certainty(double posterior, double cosine, double words) {
  /** Cosines above it say no more. */
  private static final double ENOUGH = 0.4;

  static Certainty of(Features features, int term, double posterior) {
    return new Certainty(
        posterior, cosine(features, term), specific(features, features.words(), term));
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

  double[] numbers() {
    return new double[] {1, posterior, Math.min(cosine, ENOUGH), words};
  }

  double likelihood(Weights weights) {
    return Mixture.sigmoid(Mixture.dot(weights.right(), numbers()));
  }
}
