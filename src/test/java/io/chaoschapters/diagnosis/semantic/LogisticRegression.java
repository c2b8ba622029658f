package io.chaoschapters.diagnosis.semantic;

import java.util.List;

/** Fits the likelihood of a yes, by gradient descent on standardised numbers. */
final class LogisticRegression {
  private static final int STEPS = 4000;
  private static final double RATE = 0.5;

  private LogisticRegression() {}

  /**
   * Something that was right or not.
   *
   * @param numbers what it hangs on, the first one 1
   */
  record Outcome(double[] numbers, boolean yes) {}

  /** The weights, for the numbers as they are; {@code hold} is how strongly they are held to 0. */
  static double[] fit(List<Outcome> outcomes, double hold) {
    int width = outcomes.get(0).numbers().length;
    double[] mean = new double[width];
    double[] spread = new double[width];
    for (int i = 1; i < width; i++) {
      int at = i;
      mean[i] = outcomes.stream().mapToDouble(o -> o.numbers()[at]).average().orElse(0);
      spread[i] =
          Math.sqrt(
              outcomes.stream()
                  .mapToDouble(o -> Math.pow(o.numbers()[at] - mean[at], 2))
                  .average()
                  .orElse(1));
    }
    double[] weights = new double[width];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[width];
      for (Outcome outcome : outcomes) {
        double[] z = standard(outcome.numbers(), mean, spread);
        double error = Mixture.sigmoid(Mixture.dot(weights, z)) - (outcome.yes() ? 1 : 0);
        for (int i = 0; i < width; i++) {
          gradient[i] += error * z[i] / outcomes.size();
        }
      }
      for (int i = 0; i < width; i++) {
        double held = i == 0 ? 0 : hold * weights[i] / outcomes.size();
        weights[i] -= RATE * (gradient[i] + held);
      }
    }
    double[] plain = weights.clone();
    for (int i = 1; i < width; i++) {
      plain[i] = weights[i] / spread[i];
      plain[0] -= plain[i] * mean[i];
    }
    return plain;
  }

  /** What sets yes apart from no is learnt from some, how often it is a yes from others. */
  static double[] fit(List<Outcome> apart, List<Outcome> often, double hold) {
    double[] weights = fit(apart, hold);
    double[] line =
        fit(
            often.stream()
                .map(o -> new Outcome(new double[] {1, Mixture.dot(weights, o.numbers())}, o.yes()))
                .toList(),
            0);
    double[] both = weights.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] *= line[1];
    }
    both[0] += line[0];
    return both;
  }

  private static double[] standard(double[] numbers, double[] mean, double[] spread) {
    double[] z = numbers.clone();
    for (int i = 1; i < z.length; i++) {
      z[i] = (z[i] - mean[i]) / spread[i];
    }
    return z;
  }
}
