package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.semantic.symptom.SymptomKind;
import java.util.Arrays;
import java.util.List;

/**
 * Fits the mixture's weights by gradient descent (Adam); the same examples give the same weights.
 */
final class MixtureTraining {
  private static final int KINDS = SymptomKind.values().length;
  private static final int[] LENGTHS = {
    Features.LIKENESS,
    KINDS * Features.LIKENESS,
    Features.FACTS,
    KINDS,
    Features.OWN,
    KINDS,
    4,
    1,
    Features.WHOLE
  };
  private static final double RATE = 0.06;

  /** How strongly weights are held to where they start. */
  private static final double HOLD = 0.01;

  private MixtureTraining() {}

  /**
   * Evidence in numbers, and which term is right.
   *
   * @param weight how much it counts
   */
  record Example(Features features, int right, double weight) {}

  /** Where training starts: likeness counts, facts count in the direction that they say. */
  static double[] start() {
    return flat(
        filled(Features.LIKENESS, 10.0 / Features.LIKENESS),
        new double[KINDS * Features.LIKENESS],
        new double[] {2.5, -3.5, 0, 0.5, -0.5, 2.5, -2.5, -4, -1, 0},
        new double[] {1.5, 1, 1.5, -3, -0.5, 0, -0.5, -1, -1, -2},
        new double[] {0, 0, 0, 0, 0, -2.5, -1},
        filled(KINDS, -1.5),
        new double[4],
        new double[1],
        new double[] {-6, 0, 0, -1, -1});
  }

  private static double[] filled(int length, double value) {
    double[] filled = new double[length];
    Arrays.fill(filled, value);
    return filled;
  }

  private static double[] flat(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  static Weights weights(double[] flat) {
    double[][] parts = new double[LENGTHS.length][];
    int from = 0;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Arrays.copyOfRange(flat, from, from + LENGTHS[i]);
      from += LENGTHS[i];
    }
    double[][] byKind = new double[KINDS][];
    for (int k = 0; k < KINDS; k++) {
      byKind[k] = Arrays.copyOfRange(parts[1], k * Features.LIKENESS, (k + 1) * Features.LIKENESS);
    }
    return new Weights(
        parts[0],
        byKind,
        parts[2],
        parts[3],
        parts[4],
        parts[5],
        parts[6],
        parts[7][0],
        parts[8],
        new double[Certainty.NUMBERS],
        new double[4]);
  }

  /**
   * Fits.
   *
   * @param steps how often all examples are gone through
   * @param from where to start
   */
  static double[] fit(List<Example> examples, int steps, double[] from) {
    double[] start = start();
    double[] at = from.clone();
    double[] mean = new double[at.length];
    double[] square = new double[at.length];
    double total = examples.stream().mapToDouble(Example::weight).sum();
    for (int step = 1; step <= steps; step++) {
      double[] gradient = new double[at.length];
      Weights weights = weights(at);
      for (Example example : examples) {
        addGradient(example, weights, example.weight() / total, gradient);
      }
      for (int i = 0; i < at.length; i++) {
        double g = gradient[i] + 2 * HOLD * (at[i] - start[i]);
        mean[i] = 0.9 * mean[i] + 0.1 * g;
        square[i] = 0.99 * square[i] + 0.01 * g * g;
        at[i] -=
            RATE
                * (mean[i] / (1 - Math.pow(0.9, step)))
                / (Math.sqrt(square[i] / (1 - Math.pow(0.99, step))) + 1e-8);
      }
    }
    return at;
  }

  /** Minus the logarithm of the right term's posterior. */
  static double loss(Example example, Weights weights) {
    return -Math.log(Mixture.of(example.features(), weights).posterior()[example.right()]);
  }

  /** Adds the derivative of {@link #loss} by each weight, times a factor. */
  static void addGradient(Example example, Weights weights, double factor, double[] gradient) {
    Features features = example.features();
    Mixture mixture = Mixture.of(features, weights);
    double[] byScore = mixture.posterior();
    byScore[example.right()] -= 1;
    int terms = features.terms();
    int[] counts = new int[KINDS];
    features.kinds().forEach(kind -> counts[kind.ordinal()]++);
    double crowd = Mixture.sigmoid(weights.crowd());
    int[] at = new int[LENGTHS.length];
    for (int i = 1; i < at.length; i++) {
      at[i] = at[i - 1] + LENGTHS[i - 1];
    }
    for (int s = 0; s < features.symptoms(); s++) {
      int kind = features.kinds().get(s).ordinal();
      double[] own = features.own()[s];
      double e = mixture.chance()[s];
      double u = mixture.weight()[s];
      double byWeight = 0;
      double byChance = 0;
      double[] byShare = new double[terms];
      double shared = 0;
      for (int t = 0; t < terms; t++) {
        double p = mixture.share()[s][t];
        double m = (1 - e) * p + e / terms;
        byWeight += byScore[t] * mixture.says()[s][t] / u;
        byChance += byScore[t] * u * (1.0 / terms - p) / m;
        byShare[t] = byScore[t] * u * (1 - e) / m;
        shared += byShare[t] * p;
      }
      for (int t = 0; t < terms; t++) {
        double byFit = mixture.share()[s][t] * (byShare[t] - shared);
        for (int f = 0; f < Features.LIKENESS; f++) {
          double value = byFit * features.likeness()[f][s][t];
          gradient[at[0] + f] += factor * (value);
          gradient[at[1] + kind * Features.LIKENESS + f] += factor * (value);
        }
        for (int f = 0; f < Features.FACTS; f++) {
          gradient[at[2] + f] += factor * (byFit * features.facts()[f][s][t]);
        }
      }
      double base = weights.kind()[kind] + Mixture.dot(weights.own(), own);
      double byBase = byWeight * Mixture.sigmoid(base) * Math.pow(counts[kind], -crowd);
      gradient[at[3] + kind] += factor * (byBase);
      for (int f = 0; f < Features.OWN; f++) {
        gradient[at[4] + f] += factor * (byBase * own[f]);
      }
      double byLogit = byChance * e * (1 - e);
      gradient[at[5] + kind] += factor * (byLogit);
      gradient[at[6]] += factor * (byLogit * own[3]);
      gradient[at[6] + 1] += factor * (byLogit * own[4]);
      gradient[at[6] + 2] += factor * (byLogit * own[0]);
      gradient[at[6] + 3] += factor * (byLogit * own[Features.UNWELL]);
      gradient[at[7]] += factor * (-byWeight * u * Math.log(counts[kind]) * crowd * (1 - crowd));
    }
    for (int f = 0; f < Features.WHOLE; f++) {
      for (int t = 0; t < terms; t++) {
        gradient[at[8] + f] += factor * (byScore[t] * features.whole()[f][t]);
      }
    }
  }
}
