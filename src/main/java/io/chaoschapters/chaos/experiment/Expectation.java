package io.chaoschapters.chaos.experiment;

import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.RootLocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The right answer to an experiment.
 *
 * @param kind what kind of answer is right
 * @param terms the anomalies that are there at the same time; empty unless the kind is {@link
 *     Kind#TERMS}
 * @param or other answers that are right as well; none of them has others itself
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Expectation(Kind kind, List<Term> terms, List<Expectation> or) {
  private static final Expectation NOTHING = new Expectation(Kind.NONE, List.of());
  private static final String OR = " or ";

  /** Copies the terms and checks that there are some where there must be. */
  public Expectation {
    terms = List.copyOf(terms);
    or = List.copyOf(or);
    if ((kind == Kind.TERMS) == terms.isEmpty()) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "Terms are expected exactly when the kind is TERMS, not %s with %s.", kind, terms));
    }
  }

  /** One right answer and no other. */
  public Expectation(Kind kind, List<Term> terms) {
    this(kind, terms, List.of());
  }

  /** The same, with other answers that are right as well. */
  public Expectation or(List<Expectation> others) {
    return new Expectation(kind, terms, others);
  }

  /** Every answer that is right, this one first. */
  public List<Expectation> alternatives() {
    return Stream.concat(Stream.of(new Expectation(kind, terms)), or.stream()).toList();
  }

  /** The terms of every answer that is right. */
  public List<Term> allTerms() {
    return alternatives().stream().flatMap(one -> one.terms().stream()).distinct().toList();
  }

  /** What kind of answer is right. */
  public enum Kind {
    /** Nothing is wrong. */
    NONE,
    /** Exactly the anomalies that are named. */
    TERMS,
    /** An anomaly that the glossary has no term for. */
    OTHER,
    /** What can be seen is too little to tell. */
    UNSURE
  }

  /** Nothing is wrong. */
  public static Expectation nothing() {
    return NOTHING;
  }

  /** These anomalies, all of them. */
  public static Expectation of(List<Term> terms) {
    return new Expectation(Kind.TERMS, terms);
  }

  /**
   * Reads {@link #words()} back.
   *
   * @param glossary holds the terms
   * @return empty when the words name something that the glossary does not hold
   */
  public static Optional<Expectation> parse(String words, Glossary glossary) {
    Optional<Expectation> one = parseOne(words, glossary);
    if (one.isPresent() || !words.contains(OR)) {
      return one;
    }
    List<Expectation> all =
        Arrays.stream(words.split(OR)).flatMap(w -> parseOne(w, glossary).stream()).toList();
    return all.size() < words.split(OR).length
        ? Optional.empty()
        : Optional.of(all.get(0).or(all.subList(1, all.size())));
  }

  private static Optional<Expectation> parseOne(String words, Glossary glossary) {
    for (Kind kind : List.of(Kind.NONE, Kind.OTHER, Kind.UNSURE)) {
      Expectation wordless = new Expectation(kind, List.of());
      if (wordless.words().equals(words)) {
        return Optional.of(wordless);
      }
    }
    Optional<Term> whole = glossary.find(words);
    if (whole.isPresent()) {
      return whole.map(term -> of(List.of(term)));
    }
    List<Optional<Term>> terms = Arrays.stream(words.split(" and ")).map(glossary::find).toList();
    return terms.stream().allMatch(Optional::isPresent)
        ? Optional.of(of(terms.stream().map(Optional::orElseThrow).toList()))
        : Optional.empty();
  }

  /** As it is written in an experiment file. */
  public String words() {
    if (!or.isEmpty()) {
      return alternatives().stream().map(Expectation::words).collect(Collectors.joining(OR));
    }
    return kind == Kind.TERMS
        ? terms.stream().map(Term::name).collect(Collectors.joining(" and "))
        : kind.name().toLowerCase(Locale.ROOT);
  }
}
