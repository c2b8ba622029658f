package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.subject.Glossary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A glossary in the ways in which it is compared; made once, as it takes longer than an answer may.
 *
 * @param terms in the order of the glossary
 * @param vectors of each term, of each way, of each text
 * @param stems all stems of each term
 * @param rarity of each stem
 */
record GlossaryText(
    List<TermText> terms,
    List<List<List<float[]>>> vectors,
    List<Set<String>> stems,
    Map<String, Double> rarity) {

  static GlossaryText of(Glossary glossary, SentenceEncoder encoder) {
    List<TermText> terms = glossary.terms().stream().map(TermText::of).toList();
    List<List<List<float[]>>> vectors = new ArrayList<>();
    for (TermText term : terms) {
      vectors.add(term.ways().stream().map(encoder::encode).toList());
    }
    return new GlossaryText(
        terms,
        vectors,
        terms.stream().map(term -> Words.distinctStems(term.all())).toList(),
        TermText.rarity(glossary));
  }
}
