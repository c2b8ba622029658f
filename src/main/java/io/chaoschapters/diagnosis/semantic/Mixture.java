package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.semantic.symptom.SymptomKind;
import java.util.stream.IntStream;

/**
 * How likely each term is, given the symptoms.
 *
 * <p>Each symptom is shared out among the terms by how well they fit it, in contrast to each other.
 * A part of each symptom is held to be chance, so that one that fits no term well, or contradicts
 * one, cannot decide alone. What all symptoms say together is the sum of their logarithms.
 *
 * @param share of each symptom and term
 * @param chance that a symptom comes of something else
 * @param weight of each symptom
 * @param says what each symptom says for each term, in nats, weighted
 * @param whole what each term gets as a whole
 */
record Mixture(
    double[][] share, double[] chance, double[] weight, double[][] says, double[] whole) {

  static Mixture of(Features features, Weights weights) {
    int symptoms = features.symptoms();
    int terms = features.terms();
    int[] counts = new int[SymptomKind.values().length];
    features.kinds().forEach(kind -> counts[kind.ordinal()]++);
    double[][] share = new double[symptoms][];
    double[] chance = new double[symptoms];
    double[] weight = new double[symptoms];
    double[][] says = new double[symptoms][terms];
    double crowd = sigmoid(weights.crowd());
    for (int s = 0; s < symptoms; s++) {
      int kind = features.kinds().get(s).ordinal();
      double[] own = features.own()[s];
      share[s] = softmax(fit(features, weights, s));
      chance[s] =
          sigmoid(
              weights.chance()[kind]
                  + weights.chanceOwn()[0] * own[3]
                  + weights.chanceOwn()[1] * own[4]
                  + weights.chanceOwn()[2] * own[0]
                  + weights.chanceOwn()[3] * own[Features.UNWELL]);
      weight[s] =
          softplus(weights.kind()[kind] + dot(weights.own(), own)) * Math.pow(counts[kind], -crowd);
      for (int t = 0; t < terms; t++) {
        says[s][t] = weight[s] * Math.log((1 - chance[s]) * share[s][t] + chance[s] / terms);
      }
    }
    double[] whole =
        IntStream.range(0, terms)
            .mapToDouble(
                t ->
                    IntStream.range(0, Features.WHOLE)
                        .mapToDouble(f -> weights.whole()[f] * features.whole()[f][t])
                        .sum())
            .toArray();
    return new Mixture(share, chance, weight, says, whole);
  }

  static double[] fit(Features features, Weights weights, int s) {
    int kind = features.kinds().get(s).ordinal();
    double[] fit = new double[features.terms()];
    for (int t = 0; t < fit.length; t++) {
      for (int f = 0; f < Features.LIKENESS; f++) {
        fit[t] +=
            (weights.likeness()[f] + weights.kindLikeness()[kind][f])
                * features.likeness()[f][s][t];
      }
      for (int f = 0; f < Features.FACTS; f++) {
        fit[t] += weights.facts()[f] * features.facts()[f][s][t];
      }
    }
    return fit;
  }

  /** Of each term, in nats, beyond a constant. */
  double[] scores() {
    double[] scores = whole.clone();
    for (double[] said : says) {
      for (int t = 0; t < scores.length; t++) {
        scores[t] += said[t];
      }
    }
    return scores;
  }

  /** The posterior of each term, if exactly one is right. */
  double[] posterior() {
    return softmax(scores());
  }

  /** The score of two terms that share the symptoms between them. */
  double together(int a, int b) {
    double score = Math.min(whole[a], whole[b]);
    for (int s = 0; s < share.length; s++) {
      double mean = (share[s][a] + share[s][b]) / 2;
      score += weight[s] * Math.log((1 - chance[s]) * mean + chance[s] / whole.length);
    }
    return score;
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double softplus(double x) {
    return Math.log1p(Math.exp(x));
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double[] softmax(double[] scores) {
    double most = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).max().orElse(0);
    double[] powers = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      powers[i] = Math.exp(scores[i] - most);
      sum += powers[i];
    }
    for (int i = 0; i < powers.length; i++) {
      powers[i] /= sum;
    }
    return powers;
  }
}
