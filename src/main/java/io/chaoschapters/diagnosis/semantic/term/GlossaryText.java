package io.chaoschapters.diagnosis.semantic.term;

import io.chaoschapters.diagnosis.semantic.embedding.SentenceEncoder;
import io.chaoschapters.diagnosis.semantic.words.Words;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * A glossary in the ways in which it is compared; made once, as it takes longer than an answer may.
 *
 * @param terms in the order of the glossary
 * @param vectors of each term, of each way, of each text
 * @param stems all stems of each term
 * @param rarity of each stem
 * @param known claims of each term by the roles of a system, for {@link #claims}
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record GlossaryText(
    List<TermText> terms,
    List<List<List<float[]>>> vectors,
    List<Set<String>> stems,
    Map<String, Double> rarity,
    Map<List<String>, List<Claims>> known) {

  public static GlossaryText of(Glossary glossary, SentenceEncoder encoder) {
    List<TermText> terms = glossary.terms().stream().map(TermText::of).toList();
    List<List<List<float[]>>> vectors = new ArrayList<>();
    for (TermText term : terms) {
      vectors.add(term.ways().stream().map(encoder::encode).toList());
    }
    return new GlossaryText(
        terms,
        vectors,
        terms.stream().map(term -> Words.distinctStems(term.all())).toList(),
        TermText.rarity(glossary),
        new ConcurrentHashMap<>());
  }

  /** Some of its terms, in which words are as rare as in all of it. */
  public GlossaryText only(Predicate<Term> such) {
    List<Integer> places =
        IntStream.range(0, terms.size())
            .filter(t -> such.test(terms.get(t).term()))
            .boxed()
            .toList();
    return new GlossaryText(
        places.stream().map(terms::get).toList(),
        places.stream().map(vectors::get).toList(),
        places.stream().map(stems::get).toList(),
        rarity,
        new ConcurrentHashMap<>());
  }

  /** What each term claims of the roles of a system. */
  public List<Claims> claims(List<String> roles) {
    return known.computeIfAbsent(
        List.copyOf(roles), all -> terms.stream().map(term -> new Claims(term, all)).toList());
  }
}
