package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.semantic.embedding.SentenceEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.Vectors;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms of a glossary as vectors.
 *
 * <p>A term is the direction of its name, its definition and the two together. What all terms of a
 * glossary share says nothing about which one fits, so it is taken away for the ranking; how well
 * the winner fits is read from its plain vector.
 *
 * @param plain by term
 * @param distinct by term, without what all terms share
 */
record EarlierTermVectors(Map<Term, float[]> plain, Map<Term, float[]> distinct) {

  static EarlierTermVectors of(Glossary glossary, SentenceEncoder encoder) {
    List<String> texts = new ArrayList<>();
    for (Term term : glossary.terms()) {
      texts.add(term.name());
      texts.add(term.definition());
      texts.add(term.name() + ": " + term.definition());
    }
    List<float[]> vectors = encoder.encode(texts);
    Map<Term, float[]> plain = new LinkedHashMap<>();
    for (int i = 0; i < glossary.terms().size(); i++) {
      plain.put(
          glossary.terms().get(i), Vectors.unit(Vectors.mean(vectors.subList(3 * i, 3 * i + 3))));
    }
    return new EarlierTermVectors(plain, withoutShared(plain));
  }

  private static Map<Term, float[]> withoutShared(Map<Term, float[]> plain) {
    Collection<float[]> all = plain.values();
    float[] shared = Vectors.mean(all);
    Map<Term, float[]> distinct = new LinkedHashMap<>();
    plain.forEach((term, v) -> distinct.put(term, Vectors.unit(EarlierVectors.minus(v, shared))));
    return distinct;
  }
}
