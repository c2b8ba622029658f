package io.chaoschapters.diagnosis;

import io.chaoschapters.subject.Glossary;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a diagnoser answered about a piece of evidence.
 *
 * @param verdict whether there is an anomaly
 * @param terms the anomalies named, as answered: terms of the glossary or {@value #OTHER}; empty
 *     unless the verdict is an anomaly
 * @param otherWords the diagnoser's own words for an anomaly that no term fits, or null
 * @param component the component that it blames, or null for the whole system
 * @param mechanism how it came about, in a sentence or two
 * @param citations the evidence that it rests on
 * @param alternatives what else was considered, best first
 * @param confidence from 0 to 1
 * @param advice what an operator should do next; may be empty
 * @param glossary the terms that it could choose from
 * @param provenance who answered, and from what
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Diagnosis(
    Verdict verdict,
    List<String> terms,
    @Nullable String otherWords,
    @Nullable String component,
    String mechanism,
    List<Citation> citations,
    List<Alternative> alternatives,
    double confidence,
    String advice,
    Glossary glossary,
    Provenance provenance) {
  /** The answer for an anomaly that is not in the glossary. */
  public static final String OTHER = "other";

  /** Copies the lists and checks the confidence; users say {@link #of}. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Diagnosis {
    terms = List.copyOf(terms);
    citations = List.copyOf(citations);
    alternatives = List.copyOf(alternatives);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("A confidence lies between 0 and 1, not " + confidence);
    }
  }

  /** A sure answer that cites nothing, names no component and knows no alternative. */
  public static Diagnosis of(
      Verdict verdict,
      List<String> terms,
      String mechanism,
      Glossary glossary,
      Provenance provenance) {
    return new Diagnosis(
        verdict, terms, null, null, mechanism, List.of(), List.of(), 1, "", glossary, provenance);
  }

  /** The anomaly named first, or null when none is named. */
  public @Nullable String term() {
    return terms.isEmpty() ? null : terms.get(0);
  }

  /** The verdict and what it names, in a few words. */
  public String headline() {
    return switch (verdict) {
      case ANOMALY ->
          String.join(" and ", terms)
              + (otherWords == null ? "" : " (" + otherWords + ")")
              + (component == null ? "" : ", at " + component);
      case NONE -> "no anomaly";
      case UNSURE -> "unsure";
      case INVALID -> "an answer that cannot be read";
    };
  }

  /** Returns a copy with other citations, such as ones that were checked. */
  public Diagnosis withCitations(List<Citation> checked) {
    return new Diagnosis(
        verdict,
        terms,
        otherWords,
        component,
        mechanism,
        checked,
        alternatives,
        confidence,
        advice,
        glossary,
        provenance);
  }

  /** Returns a copy at a component, with a confidence from 0 to 1. */
  public Diagnosis at(@Nullable String where, double sure) {
    return new Diagnosis(
        verdict,
        terms,
        otherWords,
        where,
        mechanism,
        citations,
        alternatives,
        sure,
        advice,
        glossary,
        provenance);
  }

  /** Returns a copy that another diagnoser has given. */
  public Diagnosis by(Provenance giver) {
    return new Diagnosis(
        verdict,
        terms,
        otherWords,
        component,
        mechanism,
        citations,
        alternatives,
        confidence,
        advice,
        glossary,
        giver);
  }
}
