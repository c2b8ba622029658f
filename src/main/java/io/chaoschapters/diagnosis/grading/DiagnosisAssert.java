package io.chaoschapters.diagnosis.grading;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.Numbers;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/** AssertJ assertions on a diagnosis, graded by {@link DiagnosisGrader}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DiagnosisAssert extends AbstractAssert<DiagnosisAssert, Diagnosis> {
  private static final int ALTERNATIVES_SHOWN = 3;

  private DiagnosisAssert(Diagnosis actual) {
    super(actual, DiagnosisAssert.class);
  }

  /** Begins an assertion. */
  public static DiagnosisAssert assertThat(Diagnosis actual) {
    return new DiagnosisAssert(actual);
  }

  /**
   * It sees an anomaly and names exactly these terms, by name or synonym.
   *
   * @throws IllegalArgumentException when the glossary does not hold one of them
   */
  public DiagnosisAssert names(String... terms) {
    isNotNull();
    return require(answer -> DiagnosisGrader.names(answer, terms), String.join(" and ", terms));
  }

  /**
   * It sees an anomaly and names exactly one of these terms, where an operator would accept either.
   *
   * @throws IllegalArgumentException when the glossary does not hold one of them
   */
  public DiagnosisAssert namesEither(String... terms) {
    isNotNull();
    return require(
        answer -> DiagnosisGrader.namesEither(answer, terms), String.join(" or ", terms));
  }

  /** It names exactly this term and blames this component for it. */
  public DiagnosisAssert namesAt(String term, String component) {
    return namesAt(Map.of(term, component));
  }

  /**
   * It names exactly these terms and blames for each its component.
   *
   * @param components the component of each term
   */
  public DiagnosisAssert namesAt(Map<String, String> components) {
    isNotNull();
    return require(
        answer -> DiagnosisGrader.namesAt(answer, components),
        new TreeMap<>(components)
            .entrySet().stream()
                .map(one -> one.getKey() + ", at " + one.getValue())
                .collect(Collectors.joining(" and ")));
  }

  /** It says that the system is in order. */
  public DiagnosisAssert findsNoAnomaly() {
    isNotNull();
    return require(DiagnosisGrader::findsNoAnomaly, "no anomaly");
  }

  /** It does not commit itself to a term of the glossary. */
  public DiagnosisAssert isUnsureOrOther() {
    isNotNull();
    return require(DiagnosisGrader::isUnsureOrOther, "unsure or other");
  }

  private DiagnosisAssert require(Function<Diagnosis, Grade> grader, String expected) {
    Grade grade = grader.apply(actual);
    if (!grade.isRight()) {
      AssertionError told =
          failure(
              "%n  expected: %s%n  answered: %s (confidence %s, by %s)%n  grade:    %s%n  because:  %s%n  also considered: %s",
              expected,
              actual.headline(),
              Numbers.plain(actual.confidence()),
              actual.provenance().diagnoser(),
              grade.outcome(),
              actual.mechanism(),
              alternatives());
      throw new DiagnosisRejectedError(
          Failure.words(told), expected, actual, answer -> grader.apply(answer).isRight());
    }
    return this;
  }

  private String alternatives() {
    String shown =
        actual.alternatives().stream()
            .limit(ALTERNATIVES_SHOWN)
            .map(a -> a.score() == null ? a.term() : a.term() + " " + Numbers.plain(a.score()))
            .collect(Collectors.joining(", "));
    return shown.isEmpty() ? "nothing" : shown;
  }
}
