package io.chaoschapters.diagnosis.semantic.term;

import io.chaoschapters.diagnosis.semantic.words.Words;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A term in the ways in which it is compared.
 *
 * @param names its name and synonyms
 * @param first the definition's first sentence, which mostly says what happens
 * @param rest the other sentences, which mostly say what follows
 * @param whole name and definition as one text
 * @param clauses the definition's clauses
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TermText(
    Term term,
    List<String> names,
    List<String> first,
    List<String> rest,
    List<String> whole,
    List<String> clauses) {

  public static TermText of(Term term) {
    List<String> names = new ArrayList<>(List.of(term.name()));
    names.addAll(term.synonyms());
    List<String> sentences = Words.sentences(term.definition());
    return new TermText(
        term,
        names,
        sentences.subList(0, 1),
        sentences.size() > 1 ? sentences.subList(1, sentences.size()) : sentences,
        List.of(term.name() + ": " + term.definition()),
        Words.clauses(term.definition()));
  }

  /** In the order of the similarities that are taken of them. */
  public List<List<String>> ways() {
    return List.of(names, first, rest, whole, clauses);
  }

  /** Names and clauses, each of which may claim something. */
  public List<String> parts() {
    List<String> parts = new ArrayList<>(names);
    parts.addAll(clauses);
    return parts;
  }

  public String all() {
    return String.join(" ", names) + " " + term.definition();
  }

  /** How much a stem tells terms of a glossary apart: the rarer, the more. */
  public static Map<String, Double> rarity(Glossary glossary) {
    Map<String, Integer> counts = new HashMap<>();
    for (Term term : glossary.terms()) {
      Set<String> stems = new HashSet<>(Words.stems(TermText.of(term).all()));
      stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
    }
    Map<String, Double> rarity = new HashMap<>();
    counts.forEach(
        (stem, count) -> rarity.put(stem, Math.log((glossary.terms().size() + 1) / (count + 0.5))));
    return rarity;
  }
}
