package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.semantic.symptom.Symptom;
import io.chaoschapters.diagnosis.semantic.symptom.Symptoms;
import io.chaoschapters.diagnosis.semantic.term.GlossaryText;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The terms in the order in which they fit the symptoms, and how sure that is.
 *
 * @param terms best first; empty when there are no symptoms
 * @param right how likely the first is right, against another term and against none
 * @param rightAlone how likely it would be right if no other term came close
 * @param two two terms that are each needed to explain something, or null
 * @param together how likely these are both right
 * @param decisive the symptom that did most to set the first apart from the second, or null
 * @param forSecond the symptom that spoke most for the second against the first, or null
 */
record Ranking(
    List<RankedTerm> terms,
    double right,
    double rightAlone,
    @Nullable List<OfTwo> two,
    double together,
    @Nullable Symptom decisive,
    @Nullable Symptom forSecond) {

  /**
   * One of two terms.
   *
   * @param symptoms those that speak for it and not for the other
   */
  record OfTwo(Term term, List<Symptom> symptoms) {}

  private static final double BETWEEN_TWO = 0.95;

  /** Two faults at once are rarer than one with consequences, so a bare majority is not enough. */
  private static final double CLEARLY_TWO = 2.0 / 3;

  static final Ranking NOTHING = new Ranking(List.of(), 0, 0, null, 0, null, null);

  Ranking {
    terms = List.copyOf(terms);
  }

  static Ranking of(Symptoms symptoms, Features features, GlossaryText glossary, Weights weights) {
    if (symptoms.list().isEmpty() || glossary.terms().isEmpty()) {
      return NOTHING;
    }
    Mixture mixture = Mixture.of(features, weights);
    double[] posterior = mixture.posterior();
    List<Integer> order =
        IntStream.range(0, posterior.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer t) -> posterior[t]).reversed())
            .toList();
    List<RankedTerm> terms = new ArrayList<>();
    for (int t : order) {
      terms.add(
          new RankedTerm(
              glossary.terms().get(t).term(), posterior[t], Certainty.cosine(features, t)));
    }
    int first = order.get(0);
    int second = order.size() > 1 ? order.get(1) : first;
    Pairing pairing = Pairing.of(features, mixture, first);
    Certainty certainty = Certainty.of(features, mixture, first);
    return new Ranking(
        terms,
        certainty.likelihood(weights),
        certainty.alone().likelihood(weights),
        pairing == null
            ? null
            : List.of(
                ofTwo(symptoms, mixture, glossary, pairing.first(), pairing.second()),
                ofTwo(symptoms, mixture, glossary, pairing.second(), pairing.first())),
        pairing == null ? 0 : pairing.likelihood(weights),
        speaksFor(symptoms, mixture, first, second),
        speaksFor(symptoms, mixture, second, first));
  }

  private static OfTwo ofTwo(
      Symptoms symptoms, Mixture mixture, GlossaryText glossary, int term, int other) {
    return new OfTwo(
        glossary.terms().get(term).term(),
        IntStream.range(0, symptoms.list().size())
            .filter(s -> mixture.says()[s][term] > mixture.says()[s][other])
            .mapToObj(symptoms.list()::get)
            .toList());
  }

  private static @Nullable Symptom speaksFor(Symptoms symptoms, Mixture mixture, int a, int b) {
    int most = -1;
    double difference = 0;
    for (int s = 0; s < symptoms.list().size(); s++) {
      double said = mixture.says()[s][a] - mixture.says()[s][b];
      if (said > difference) {
        most = s;
        difference = said;
      }
    }
    return most < 0 ? null : symptoms.list().get(most);
  }

  /** Whether the first two leave next to nothing to the others. */
  boolean isBetweenTwo() {
    return terms.stream().limit(2).mapToDouble(RankedTerm::score).sum() >= BETWEEN_TWO;
  }

  /** Whether two terms are meant. */
  boolean isOfTwo() {
    return two != null && together >= CLEARLY_TWO;
  }

  /** How likely what would be named is right. */
  double best() {
    return isOfTwo() ? together : right;
  }

  /** By how much the first leads the second. */
  double lead() {
    return terms.size() < 2 ? 1 : terms.get(0).score() - terms.get(1).score();
  }
}
