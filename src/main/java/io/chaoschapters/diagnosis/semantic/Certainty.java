package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.semantic.symptom.SymptomKind;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the likelihood that a term is right hangs on. A posterior alone says only that the others
 * fit worse; the rest is about whether the term explains what is seen at all.
 *
 * @param lead posterior of the term, if one of the terms is right, or how much of the hard symptoms
 *     is shared out to it, whichever is more
 * @param cosine to the telling symptom that fits it best
 * @param words rare words that it has in common with one of the telling symptoms
 * @param bounds as many with what is out of bounds
 * @param name likeness of its names to what is seen
 * @param mean cosine to the hard symptoms
 * @param confirmed how surely it claims what became of components, beyond the other terms
 * @param states how many roles have components that changed their state
 * @param unmet what it claims became of components and did not
 */
record Certainty(
    double lead,
    double cosine,
    double words,
    double bounds,
    double name,
    double mean,
    double confirmed,
    double states,
    double unmet) {
  /** Cosines above it say no more. */
  private static final double ENOUGH = 0.4;

  /** Without any state there is nothing to confirm. */
  private static final double UNCONFIRMED = -1;

  static Certainty of(Features features, Mixture mixture, int term) {
    return new Certainty(
        Math.max(mixture.posterior()[term], mean(features, mixture, s -> mixture.share()[s][term])),
        cosine(features, term),
        specific(features, features.words(), term),
        of(features, SymptomKind.VIOLATION)
            .mapToDouble(s -> features.words()[s][term])
            .max()
            .orElse(0),
        features.plain()[1][term],
        mean(features, mixture, s -> features.cosine()[s][term]),
        of(features, SymptomKind.STATE)
            .mapToDouble(s -> features.facts()[0][s][term])
            .max()
            .orElse(UNCONFIRMED),
        of(features, SymptomKind.STATE).count(),
        features.plain()[0][term]);
  }

  private static IntStream of(Features features, SymptomKind kind) {
    return IntStream.range(0, features.symptoms()).filter(s -> features.kinds().get(s) == kind);
  }

  /** The mean over the hard symptoms, by their weight. */
  private static double mean(Features features, Mixture mixture, IntToDoubleFunction number) {
    double all = 0;
    double sum = 0;
    for (int s = 0; s < features.symptoms(); s++) {
      if (features.kinds().get(s).isHard()) {
        all += mixture.weight()[s];
        sum += mixture.weight()[s] * number.applyAsDouble(s);
      }
    }
    return all == 0 ? 0 : sum / all;
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
    return new Certainty(1, cosine, words, bounds, name, mean, confirmed, states, unmet);
  }

  /** How many numbers the likelihood is made of. */
  static final int NUMBERS = 10;

  double[] numbers() {
    return new double[] {
      1, lead, Math.min(cosine, ENOUGH), words, bounds, name, mean, confirmed, states, unmet
    };
  }

  double likelihood(Weights weights) {
    return Mixture.sigmoid(Mixture.dot(weights.right(), numbers()));
  }
}
