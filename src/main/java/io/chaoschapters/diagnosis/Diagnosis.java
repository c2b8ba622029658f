package io.chaoschapters.diagnosis;

import io.chaoschapters.subject.Glossary;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a diagnoser answered about a piece of evidence.
 *
 * @param verdict whether there is an anomaly
 * @param anomalies the anomalies named, each with its component; empty unless the verdict is an
 *     anomaly
 * @param otherWords the diagnoser's own words for an anomaly that no term fits, or null
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
    List<NamedAnomaly> anomalies,
    @Nullable String otherWords,
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
    anomalies = List.copyOf(anomalies);
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
        verdict,
        terms.stream().map(NamedAnomaly::of).toList(),
        null,
        mechanism,
        List.of(),
        List.of(),
        1,
        "",
        glossary,
        provenance);
  }

  /** The anomalies named, as answered: terms of the glossary or {@value #OTHER}. */
  public List<String> terms() {
    return anomalies.stream().map(NamedAnomaly::term).toList();
  }

  /** The one component that is blamed for all that is named; null when it is none or not one. */
  public @Nullable String component() {
    List<@Nullable String> blamed =
        anomalies.stream().<@Nullable String>map(NamedAnomaly::component).distinct().toList();
    return blamed.size() == 1 ? blamed.get(0) : null;
  }

  /** The anomaly named first, or null when none is named. */
  public @Nullable String term() {
    return anomalies.isEmpty() ? null : anomalies.get(0).term();
  }

  /** The verdict and what it names, in a few words. */
  public String headline() {
    return switch (verdict) {
      case ANOMALY ->
          named()
              + (otherWords == null ? "" : " (" + otherWords + ")")
              + (component() == null ? "" : ", at " + component());
      case NONE -> "no anomaly";
      case UNSURE -> "unsure";
      case INVALID -> "an answer that cannot be read";
    };
  }

  private String named() {
    return component() == null
        ? anomalies.stream().map(NamedAnomaly::toString).collect(Collectors.joining(" and "))
        : String.join(" and ", terms());
  }

  /** Returns a copy in which each citation has become another one, such as one that was checked. */
  public Diagnosis withCitations(UnaryOperator<Citation> check) {
    return new Diagnosis(
        verdict,
        anomalies.stream().map(anomaly -> anomaly.with(check)).toList(),
        otherWords,
        mechanism,
        citations.stream().map(check).toList(),
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
        anomalies.stream().map(anomaly -> anomaly.at(where)).toList(),
        otherWords,
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
        anomalies,
        otherWords,
        mechanism,
        citations,
        alternatives,
        confidence,
        advice,
        glossary,
        giver);
  }
}
