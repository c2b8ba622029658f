package io.chaoschapters.diagnosis.semantic;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.diagnosis.semantic.JudgedCases.Group;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Learns the weights that ship, from the made-up systems of the corpus and from the judged systems
 * but for the newest, and writes them. {@link MethodTable} judges with one judged system left out
 * in turn.
 *
 * <p>How likely an answer is right is learnt from systems of the corpus that the mixture was not
 * fitted to, one fifth at a time. Whether any term fits at all is learnt from the judged faults,
 * too, with the right term taken away; how often that is so is not.
 */
final class WeightsTraining {
  private static final int FOLDS = 5;
  private static final int STEPS = 80;
  private static final int MORE_STEPS = 40;
  private static final long SEED = 1;

  /** Judged systems are few; with more weight the ones that are left out get worse. */
  private static final double JUDGED = 0.4;

  private static final Path FILE =
      Path.of("src/main/resources/io/chaoschapters/diagnosis/semantic", Weights.FILE);

  private WeightsTraining() {}

  /**
   * A case in numbers.
   *
   * @param shape what became of components
   * @param right the places of the right terms in the glossary
   * @param without the same without the right terms in the glossary, for whether any term fits at
   *     all; null where none was taken away
   */
  record Sample(
      String system,
      Shape shape,
      Features features,
      List<Integer> right,
      boolean control,
      @Nullable Features without) {
    boolean isFault() {
      return right.size() == 1;
    }
  }

  public static void main(String[] args) throws IOException {
    Laboratory laboratory = new Laboratory();
    Base base = base(samples(laboratory), judged(laboratory));
    laboratory.keep();
    Weights weights = learn(base, Set.of());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(FILE.toFile(), rounded(weights));
    System.out.printf(
        Locale.ROOT,
        "%d samples of the corpus, %d judged; written to %s%n",
        base.corpus().size(),
        base.judged().size(),
        FILE);
  }

  /**
   * What the corpus alone taught.
   *
   * @param held of each sample of the corpus, what was fitted without its system
   * @param fitted to the whole corpus
   * @param alone of the held-out fifths: whether the first term was right
   * @param together whether two terms were
   */
  record Base(
      List<Sample> corpus,
      List<Sample> judged,
      Map<Sample, Weights> held,
      double[] fitted,
      List<Outcome> alone,
      List<Outcome> together) {}

  /** The cases on which methods are judged, as samples of their families, but for the newest. */
  static List<Sample> judged(Laboratory laboratory) {
    return JudgedCases.all().stream()
        .filter(c -> c.group() != Group.NEWEST && c.group() != Group.FRESH)
        .map(
            c -> {
              List<String> names = laboratory.names(c.saved().evidence());
              return new Sample(
                  c.family(),
                  Shape.of(c.saved().evidence()),
                  laboratory.features(c.saved().evidence()),
                  c.terms().stream().map(names::indexOf).toList(),
                  c.isControl(),
                  c.isFault() ? laboratory.features(c.withoutRight()) : null);
            })
        .toList();
  }

  static List<Sample> samples(Laboratory laboratory) {
    List<Sample> samples = new ArrayList<>();
    for (CorpusCase c : CorpusCase.generate(CorpusSystem.all(), SEED)) {
      List<String> names = laboratory.names(c.evidence());
      samples.add(
          new Sample(
              c.system(),
              Shape.of(c.evidence()),
              laboratory.features(c.evidence()),
              c.terms().stream().map(names::indexOf).toList(),
              c.control(),
              null));
    }
    return samples;
  }

  static Base base(List<Sample> corpus, List<Sample> judged) {
    List<Outcome> alone = new ArrayList<>();
    List<Outcome> together = new ArrayList<>();
    Map<Sample, Weights> held = heldOut(corpus);
    for (Sample sample : corpus) {
      outcomes(sample, held.getOrDefault(sample, Weights.standard()), alone, together);
    }
    double[] fitted =
        MixtureTraining.fit(examples(corpus, Set.of()), STEPS, MixtureTraining.start());
    return new Base(corpus, judged, held, fitted, alone, together);
  }

  /** Learns from the corpus and from all judged systems but some families. */
  static Weights learn(Base base, Set<String> out) {
    List<Outcome> alone = new ArrayList<>(base.alone());
    List<Outcome> together = new ArrayList<>(base.together());
    Weights corpusOnly = MixtureTraining.weights(base.fitted());
    base.judged().stream()
        .filter(sample -> !out.contains(sample.system()))
        .forEach(sample -> outcomes(sample, corpusOnly, alone, together));
    List<Example> examples = new ArrayList<>(examples(base.corpus(), Set.of()));
    examples.addAll(examples(base.judged(), out, JUDGED));
    Weights mixture =
        MixtureTraining.weights(MixtureTraining.fit(examples, MORE_STEPS, base.fitted()));
    List<Outcome> lacking = new ArrayList<>(alone);
    base.judged().stream()
        .filter(sample -> !out.contains(sample.system()))
        .map(Sample::without)
        .filter(features -> features != null && features.symptoms() > 0)
        .forEach(features -> lacking.add(first(features, corpusOnly, List.of())));
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
        LogisticRegression.fit(lacking, alone, 1),
        LogisticRegression.fit(together, 1));
  }

  /** What is fitted without any case, made up or judged, in which that became of components. */
  static Weights without(Base base, Shape shape) {
    List<Sample> others =
        Stream.concat(base.corpus().stream(), base.judged().stream())
            .filter(sample -> sample.shape() != shape)
            .toList();
    return MixtureTraining.weights(
        MixtureTraining.fit(examples(others, Set.of()), STEPS, MixtureTraining.start()));
  }

  private static void outcomes(
      Sample sample, Weights weights, List<Outcome> alone, List<Outcome> together) {
    if (sample.control() || sample.features().symptoms() == 0) {
      return;
    }
    if (sample.right().size() < 2) {
      alone.add(first(sample.features(), weights, sample.right()));
    }
    Mixture mixture = Mixture.of(sample.features(), weights);
    Pairing pairing = Pairing.of(sample.features(), mixture, first(mixture.posterior()));
    if (pairing != null) {
      together.add(
          new Outcome(
              pairing.numbers(),
              sample.right().size() == 2
                  && sample.right().containsAll(List.of(pairing.first(), pairing.second()))));
    }
  }

  /** Whether the term that comes first is right. */
  private static Outcome first(Features features, Weights weights, List<Integer> right) {
    Mixture mixture = Mixture.of(features, weights);
    int first = first(mixture.posterior());
    return new Outcome(Certainty.of(features, mixture, first).numbers(), right.contains(first));
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
    return examples(samples, out, 1);
  }

  private static List<Example> examples(List<Sample> samples, Set<String> out, double weight) {
    return samples.stream()
        .filter(s -> s.isFault() && !out.contains(s.system()) && s.features().symptoms() > 0)
        .map(s -> new Example(s.features(), s.right().get(0), weight))
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
