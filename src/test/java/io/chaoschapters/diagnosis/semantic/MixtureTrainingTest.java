package io.chaoschapters.diagnosis.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chaoschapters.diagnosis.semantic.MixtureTraining.Example;
import io.chaoschapters.diagnosis.semantic.symptom.SymptomKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MixtureTrainingTest {
  private static final double STEP = 1e-5;

  private static double[][][] random(Random random, int features, int symptoms, int terms) {
    double[][][] values = new double[features][symptoms][terms];
    for (double[][] feature : values) {
      for (double[] row : feature) {
        for (int t = 0; t < terms; t++) {
          row[t] = random.nextGaussian() / 3;
        }
      }
    }
    return values;
  }

  private static Example example(long seed) {
    Random random = new Random(seed);
    int terms = 4;
    List<SymptomKind> kinds =
        List.of(SymptomKind.STATE, SymptomKind.VIOLATION, SymptomKind.VIOLATION, SymptomKind.LINE);
    Features features =
        new Features(
            kinds,
            random(random, Features.LIKENESS, kinds.size(), terms),
            random(random, Features.FACTS, kinds.size(), terms),
            random(random, 1, Features.WHOLE, terms)[0],
            random(random, 1, kinds.size(), Features.OWN)[0],
            random(random, 1, kinds.size(), terms)[0],
            random(random, 1, kinds.size(), terms)[0],
            random(random, 1, 2, terms)[0]);
    return new Example(features, 2, 1);
  }

  @Test
  void gradient_isTheSlopeOfTheLoss() {
    Example example = example(7);
    double[] at = MixtureTraining.start();
    double[] gradient = new double[at.length];
    MixtureTraining.addGradient(example, MixtureTraining.weights(at), 1, gradient);
    for (int i = 0; i < at.length; i++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[i] += STEP;
      down[i] -= STEP;
      double slope =
          (MixtureTraining.loss(example, MixtureTraining.weights(up))
                  - MixtureTraining.loss(example, MixtureTraining.weights(down)))
              / (2 * STEP);
      assertThat(gradient[i]).as("weight %d", i).isCloseTo(slope, within(1e-6));
    }
  }

  @Test
  void fit_makesTheRightTermsLikelier() {
    List<Example> examples = List.of(example(1), example(2), example(3));
    Weights before = MixtureTraining.weights(MixtureTraining.start());
    Weights after =
        MixtureTraining.weights(MixtureTraining.fit(examples, 60, MixtureTraining.start()));
    assertThat(examples.stream().mapToDouble(e -> MixtureTraining.loss(e, after)).sum())
        .isLessThan(examples.stream().mapToDouble(e -> MixtureTraining.loss(e, before)).sum() / 2);
  }
}
