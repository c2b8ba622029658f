package io.chaoschapters.chaos.experiment;

import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.RootLocale;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The right answer to an experiment.
 *
 * @param kind what kind of answer is right
 * @param terms the anomalies that are there at the same time; empty unless the kind is {@link
 *     Kind#TERMS}
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Expectation(Kind kind, List<Term> terms) {
  private static final Expectation NOTHING = new Expectation(Kind.NONE, List.of());

  /** Copies the terms and checks that there are some where there must be. */
  public Expectation {
    terms = List.copyOf(terms);
    if ((kind == Kind.TERMS) == terms.isEmpty()) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "Terms are expected exactly when the kind is TERMS, not %s with %s.", kind, terms));
    }
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
    return kind == Kind.TERMS
        ? terms.stream().map(Term::name).collect(Collectors.joining(" and "))
        : kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
