package io.chaoschapters.diagnosis.semantic;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.diagnosis.semantic.LogisticRegression.Outcome;
import io.chaoschapters.diagnosis.semantic.MixtureTraining.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Learns the weights that ship from the made-up systems of the corpus alone, and writes them.
 *
 * <p>How likely an answer is right is learnt from systems of the corpus that the mixture was not
 * fitted to, one fifth at a time.
 */
final class WeightsTraining {
  private static final int FOLDS = 5;
  private static final int STEPS = 80;
  private static final long SEED = 1;
  private static final Path FILE =
      Path.of("src/main/resources/io/chaoschapters/diagnosis/semantic", Weights.FILE);

  private WeightsTraining() {}

  /**
   * A case in numbers.
   *
   * @param right the places of the right terms in the glossary
   */
  record Sample(String system, Features features, List<Integer> right, boolean control) {
    boolean isFault() {
      return right.size() == 1;
    }
  }

  public static void main(String[] args) throws IOException {
    List<Sample> samples = samples(new Laboratory());
    Weights weights = learn(samples);
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(FILE.toFile(), rounded(weights));
    long right =
        heldOut(samples).entrySet().stream()
            .filter(held -> held.getKey().isFault())
            .filter(
                held ->
                    first(Mixture.of(held.getKey().features(), held.getValue()).posterior())
                        == held.getKey().right().get(0))
            .count();
    System.out.printf(
        Locale.ROOT,
        "%d samples; of %d faults of systems that were held out, %d first; written to %s%n",
        samples.size(),
        samples.stream().filter(Sample::isFault).count(),
        right,
        FILE);
  }

  static List<Sample> samples(Laboratory laboratory) {
    List<Sample> samples = new ArrayList<>();
    for (CorpusCase c : CorpusCase.generate(CorpusSystem.all(), SEED)) {
      List<String> names = laboratory.names(c.evidence());
      samples.add(
          new Sample(
              c.system(),
              laboratory.features(c.evidence()),
              c.terms().stream().map(names::indexOf).toList(),
              c.control()));
    }
    return samples;
  }

  static Weights learn(List<Sample> samples) {
    return learn(
        samples, MixtureTraining.fit(examples(samples, Set.of()), STEPS, MixtureTraining.start()));
  }

  /** Learns the likelihoods for a mixture that was fitted to all. */
  private static Weights learn(List<Sample> samples, double[] fitted) {
    List<Outcome> alone = new ArrayList<>();
    List<Outcome> together = new ArrayList<>();
    for (Map.Entry<Sample, Weights> held : heldOut(samples).entrySet()) {
      Sample sample = held.getKey();
      if (sample.control() || sample.features().symptoms() == 0) {
        continue;
      }
      Mixture mixture = Mixture.of(sample.features(), held.getValue());
      double[] posterior = mixture.posterior();
      int first = first(posterior);
      if (sample.right().size() < 2) {
        alone.add(
            new Outcome(
                Certainty.of(sample.features(), first, posterior[first]).numbers(),
                sample.right().contains(first)));
      }
      Pairing pairing = Pairing.of(sample.features(), mixture, first);
      if (pairing != null) {
        together.add(
            new Outcome(
                pairing.numbers(),
                sample.right().size() == 2
                    && sample.right().containsAll(List.of(pairing.first(), pairing.second()))));
      }
    }
    Weights mixture = MixtureTraining.weights(fitted);
    return new Weights(
        mixture.likeness(),
        mixture.kindLikeness(),
        mixture.facts(),
        mixture.kind(),
        mixture.own(),
        mixture.chance(),
        mixture.chanceOwn(),
        mixture.crowd(),
        mixture.whole(),
        LogisticRegression.fit(alone, 1),
        LogisticRegression.fit(together, 1));
  }

  /** Each sample with weights that were fitted without its system and four fifths of the others. */
  static Map<Sample, Weights> heldOut(List<Sample> samples) {
    List<String> systems = samples.stream().map(Sample::system).distinct().toList();
    Map<Sample, Weights> held = new HashMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int at = fold;
      Set<String> out =
          Set.copyOf(systems.stream().filter(s -> systems.indexOf(s) % FOLDS == at).toList());
      Weights weights =
          MixtureTraining.weights(
              MixtureTraining.fit(examples(samples, out), STEPS, MixtureTraining.start()));
      samples.stream()
          .filter(sample -> out.contains(sample.system()))
          .forEach(sample -> held.put(sample, weights));
    }
    return held;
  }

  private static List<Example> examples(List<Sample> samples, Set<String> out) {
    return samples.stream()
        .filter(s -> s.isFault() && !out.contains(s.system()) && s.features().symptoms() > 0)
        .map(s -> new Example(s.features(), s.right().get(0), 1))
        .toList();
  }

  static int first(double[] posterior) {
    int first = 0;
    for (int t = 1; t < posterior.length; t++) {
      first = posterior[t] > posterior[first] ? t : first;
    }
    return first;
  }

  /** To four decimals, so that rounding on another machine does not change the file. */
  private static Weights rounded(Weights w) {
    ObjectMapper mapper = new ObjectMapper();
    return mapper.convertValue(rounded(mapper.valueToTree(w)), Weights.class);
  }

  private static com.fasterxml.jackson.databind.JsonNode rounded(
      com.fasterxml.jackson.databind.JsonNode node) {
    ObjectMapper mapper = new ObjectMapper();
    if (node.isArray()) {
      var array = mapper.createArrayNode();
      node.forEach(child -> array.add(rounded(child)));
      return array;
    }
    if (node.isObject()) {
      var object = mapper.createObjectNode();
      node.properties().forEach(e -> object.set(e.getKey(), rounded(e.getValue())));
      return object;
    }
    return mapper.getNodeFactory().numberNode(Math.round(node.asDouble() * 1e4) / 1e4);
  }
}
