package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.semantic.embedding.SentenceEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.Vectors;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The terms in the order in which they fit the symptoms.
 *
 * <p>Each symptom is compared with each term by itself, as one text of several symptoms blurs them.
 * A term's score is the weighted quadratic mean of its cosines, so that one symptom that fits well
 * counts for more than several that fit a little; a negative cosine counts as 0.
 *
 * <p>Sentences about one component are alike whatever state it is in. So what sets its state apart
 * from the mean of all states counts once more in the score; how well a term fits at all is read
 * from the plain sentence.
 *
 * @param terms best first; empty when there are no symptoms
 */
record EarlierRanking(List<RankedTerm> terms) {
  EarlierRanking {
    terms = List.copyOf(terms);
  }

  static EarlierRanking of(
      List<EarlierSymptom> symptoms,
      EarlierTermVectors vectors,
      SentenceEncoder encoder,
      EarlierCalibration calibration) {
    if (symptoms.isEmpty()) {
      return new EarlierRanking(List.of());
    }
    List<float[]> sentences =
        encoder.encode(symptoms.stream().map(EarlierSymptom::sentence).toList());
    List<float[]> told =
        IntStream.range(0, symptoms.size())
            .mapToObj(i -> apart(symptoms.get(i), sentences.get(i), encoder, calibration.state()))
            .toList();
    List<RankedTerm> ranked = new ArrayList<>();
    for (Term term : vectors.plain().keySet()) {
      ranked.add(
          new RankedTerm(
              term,
              likeness(symptoms, told, vectors.distinct().get(term)),
              likeness(symptoms, sentences, vectors.plain().get(term))));
    }
    ranked.sort(Comparator.comparingDouble(RankedTerm::score).reversed());
    return new EarlierRanking(ranked);
  }

  /** The sentence, with what sets its state apart from the others once more. */
  private static float[] apart(
      EarlierSymptom symptom, float[] sentence, SentenceEncoder encoder, double weight) {
    if (symptom.states().isEmpty()) {
      return sentence;
    }
    float[] state = EarlierVectors.minus(sentence, Vectors.mean(encoder.encode(symptom.states())));
    return EarlierVectors.plus(sentence, state, weight);
  }

  private static double likeness(
      List<EarlierSymptom> symptoms, List<float[]> sentences, float[] term) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < symptoms.size(); i++) {
      double cosine = Math.max(0, Vectors.dot(sentences.get(i), term));
      sum += symptoms.get(i).weight() * cosine * cosine;
      weights += symptoms.get(i).weight();
    }
    return Math.sqrt(sum / weights);
  }

  /** By how much the first leads the second. */
  double lead() {
    return terms.size() < 2 ? 0 : terms.get(0).score() - terms.get(1).score();
  }
}
