package io.chaoschapters.subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apiguardian.api.API;

/**
 * A subject's domain terms: the anomalies that can be told apart, decoys included.
 *
 * @param terms at least two, in any order; the order shown to a diagnoser is shuffled
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Glossary(List<Term> terms) {
  /** Copies the terms. */
  public Glossary {
    terms = List.copyOf(terms);
    if (terms.size() < 2) {
      throw new IllegalArgumentException(
          "A glossary needs at least two terms, or there is nothing to tell apart.");
    }
  }

  /** The term that a text names. */
  public Optional<Term> find(String text) {
    return terms.stream().filter(term -> term.isNamed(text)).findFirst();
  }

  /** Returns the terms in an order that the seed decides. */
  public Glossary shuffled(long seed) {
    List<Term> order = new ArrayList<>(terms);
    Collections.shuffle(order, new Random(seed));
    return new Glossary(order);
  }

  /** The names of all terms, in order. */
  public List<String> names() {
    return terms.stream().map(Term::name).toList();
  }
}
