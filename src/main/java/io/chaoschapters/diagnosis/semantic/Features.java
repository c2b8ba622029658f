package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.semantic.embedding.SentenceEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.Vectors;
import io.chaoschapters.diagnosis.semantic.symptom.Harm;
import io.chaoschapters.diagnosis.semantic.symptom.RoleState;
import io.chaoschapters.diagnosis.semantic.symptom.Symptom;
import io.chaoschapters.diagnosis.semantic.symptom.SymptomKind;
import io.chaoschapters.diagnosis.semantic.symptom.Symptoms;
import io.chaoschapters.diagnosis.semantic.term.Claims;
import io.chaoschapters.diagnosis.semantic.term.GlossaryText;
import io.chaoschapters.diagnosis.semantic.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Each symptom against each term, in numbers.
 *
 * @param kinds of the symptoms
 * @param likeness by feature, symptom and term, without what all terms share
 * @param facts by fact, symptom and term, without what all terms share
 * @param whole by feature and term: how much of a term is met, without what all terms share
 * @param own by symptom: how it is in itself
 * @param cosine by symptom and term: plain likeness, what all terms share included
 * @param words by symptom and term: rare words in common
 * @param plain by term, what all terms share included: what is unmet, and how close a name is
 */
record Features(
    List<SymptomKind> kinds,
    double[][][] likeness,
    double[][][] facts,
    double[][] whole,
    double[][] own,
    double[][] cosine,
    double[][] words,
    double[][] plain) {
  /** Of names, first sentence, other sentences, whole text, clauses; rare words in common. */
  static final int LIKENESS = 6;

  static final int FACTS = Claims.FACTS;

  /** Unmet, covered, closest to a name, refuted, unmoved. */
  static final int WHOLE = 5;

  /** Consequence, strength, answering, fare, best cosine, beside an explained loss, unwell. */
  static final int OWN = 7;

  static final int UNWELL = 6;

  private static final int WAYS = 5;

  /** What all likenesses together begin with in training. */
  private static final double SHARPNESS = 10;

  private static final int WHOLE_TEXT = 3;
  private static final int CLAUSES = 4;

  static Features of(
      Symptoms symptoms,
      Harm harm,
      GlossaryText glossary,
      SentenceEncoder encoder,
      Consequences consequences) {
    List<Symptom> list = symptoms.list();
    int terms = glossary.terms().size();
    List<float[]> sentences = encoder.encode(symptoms.sentences());
    double[][][] likeness = new double[LIKENESS][list.size()][terms];
    double[][][] facts = new double[FACTS][list.size()][terms];
    double[][] whole = new double[WHOLE][terms];
    double[][] words = new double[list.size()][terms];
    List<Claims> claimed = glossary.claims(harm.roles());
    for (int t = 0; t < terms; t++) {
      Claims claims = claimed.get(t);
      List<List<float[]>> ways = glossary.vectors().get(t);
      for (int s = 0; s < list.size(); s++) {
        for (int way = 0; way < WAYS; way++) {
          likeness[way][s][t] = Vectors.closest(sentences.get(s), ways.get(way));
        }
        words[s][t] = shared(list.get(s).sentence(), glossary, t);
        likeness[WAYS][s][t] = words[s][t];
        RoleState state = list.get(s).state();
        if (state != null) {
          double[] said = claims.facts(state);
          for (int f = 0; f < FACTS; f++) {
            facts[f][s][t] = said[f];
          }
        }
      }
      whole[0][t] = claims.unmet(harm);
      whole[1][t] = covered(list, sentences, ways.get(CLAUSES));
      whole[3][t] = claims.refuted(harm);
      whole[2][t] = closest(list, sentences, ways.get(0));
    }
    whole[4] =
        beyond(
            own(encoder.encode(symptoms.unmoved()), glossary),
            own(encoder.encode(measured(list)), glossary));
    double[][] cosine = new double[list.size()][terms];
    for (int s = 0; s < list.size(); s++) {
      for (int t = 0; t < terms; t++) {
        cosine[s][t] = Math.max(likeness[WHOLE_TEXT][s][t], likeness[CLAUSES][s][t]);
      }
    }
    double[][] own =
        own(list, harm, sentences, cosine, encoder, consequences, explained(list, facts[0]));
    for (double[][] feature : likeness) {
      Arrays.stream(feature).forEach(Features::center);
    }
    for (double[][] fact : facts) {
      Arrays.stream(fact).forEach(Features::center);
    }
    double[][] plain = {whole[0].clone(), whole[2].clone()};
    Arrays.stream(whole).forEach(Features::center);
    return new Features(
        list.stream().map(Symptom::kind).toList(),
        likeness,
        facts,
        whole,
        own,
        cosine,
        words,
        plain);
  }

  /** How surely some term claims what became of those that are lost. */
  private static double explained(List<Symptom> list, double[][] confirmed) {
    return IntStream.range(0, list.size())
        .filter(s -> isLost(list.get(s).state()))
        .mapToDouble(s -> Arrays.stream(confirmed[s]).max().orElse(0))
        .max()
        .orElse(0);
  }

  private static boolean isLost(@Nullable RoleState state) {
    return state != null && state.isLost();
  }

  int symptoms() {
    return kinds.size();
  }

  int terms() {
    return whole[0].length;
  }

  /** What is measured and is not as it was. */
  private static List<String> measured(List<Symptom> list) {
    return list.stream()
        .filter(s -> s.kind() == SymptomKind.VIOLATION || s.kind() == SymptomKind.SIGNAL)
        .map(Symptom::words)
        .toList();
  }

  /**
   * What would have moved with a fault and did not speaks against it, unless something else that is
   * as much its own did.
   */
  private static double[] beyond(double[] unmoved, double[] moved) {
    return IntStream.range(0, unmoved.length)
        .mapToDouble(t -> Math.max(0, unmoved[t] - moved[t]))
        .toArray();
  }

  /** How clearly one of several numbers is a term's own, from 0 to 1. */
  private static double[] own(List<float[]> numbers, GlossaryText glossary) {
    double[] most = new double[glossary.terms().size()];
    for (float[] number : numbers) {
      double[] fit = new double[most.length];
      for (int t = 0; t < most.length; t++) {
        List<List<float[]>> ways = glossary.vectors().get(t);
        for (List<float[]> way : ways) {
          fit[t] += SHARPNESS / ways.size() * Vectors.closest(number, way);
        }
      }
      double[] share = Mixture.softmax(fit);
      for (int t = 0; t < most.length; t++) {
        most[t] = Math.max(most[t], share[t]);
      }
    }
    return most;
  }

  private static double shared(String sentence, GlossaryText glossary, int term) {
    Set<String> stems = Words.distinctStems(sentence);
    double sum = 0;
    for (String stem : stems) {
      sum +=
          glossary.stems().get(term).contains(stem) ? glossary.rarity().getOrDefault(stem, 0.0) : 0;
    }
    return sum / Math.sqrt(1.0 + stems.size());
  }

  /** The mean over the clauses of how well one of the symptoms meets it. */
  private static double covered(
      List<Symptom> list, List<float[]> sentences, List<float[]> clauses) {
    List<float[]> present = present(list, sentences);
    return present.isEmpty()
        ? 0
        : clauses.stream().mapToDouble(c -> Vectors.closest(c, present)).average().orElse(0);
  }

  private static double closest(List<Symptom> list, List<float[]> sentences, List<float[]> names) {
    List<float[]> present = present(list, sentences);
    return present.isEmpty()
        ? 0
        : names.stream().mapToDouble(n -> Vectors.closest(n, present)).max().orElse(0);
  }

  private static List<float[]> present(List<Symptom> list, List<float[]> sentences) {
    List<float[]> present = new ArrayList<>();
    for (int s = 0; s < list.size(); s++) {
      if (list.get(s).kind().isPresent()) {
        present.add(sentences.get(s));
      }
    }
    return present.isEmpty() ? sentences : present;
  }

  private static double[][] own(
      List<Symptom> list,
      Harm harm,
      List<float[]> sentences,
      double[][] cosine,
      SentenceEncoder encoder,
      Consequences consequences,
      double explained) {
    double[][] own = new double[list.size()][];
    for (int s = 0; s < list.size(); s++) {
      Symptom symptom = list.get(s);
      boolean stated =
          symptom.kind() == SymptomKind.VIOLATION || symptom.kind() == SymptomKind.PAST;
      double answering =
          stated && !harm.harmed().isEmpty()
              ? consequences.answering(encoder.encode(List.of(symptom.words())).get(0))
              : 0;
      boolean measured = stated || symptom.kind() == SymptomKind.SIGNAL;
      own[s] =
          new double[] {
            (consequences.likeness(sentences.get(s)) - 0.35) * 4,
            symptom.strength() - 0.7,
            Math.max(0, answering - 0.3) * 5,
            measured ? Consequences.fare(symptom.words()) : 0,
            (Arrays.stream(cosine[s]).max().orElse(0) - 0.45) * 5,
            harm.isBesideLoss(symptom) ? explained : 0,
            symptom.state() == null || isLost(symptom.state()) ? 0 : 1
          };
    }
    return own;
  }

  private static void center(double[] row) {
    double mean = Arrays.stream(row).average().orElse(0);
    for (int i = 0; i < row.length; i++) {
      row[i] -= mean;
    }
  }
}
