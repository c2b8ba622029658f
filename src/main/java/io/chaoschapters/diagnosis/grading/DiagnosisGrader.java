package io.chaoschapters.diagnosis.grading;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.grading.Grade.Outcome;
import io.chaoschapters.run.AgentWork;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.RootLocale;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Grades the structured part of an answer: its verdict, its terms and its component. Its free text
 * does not matter, so that a term that is only mentioned, or denied, earns nothing.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DiagnosisGrader {
  private DiagnosisGrader() {}

  /**
   * Expects exactly these anomalies, each by its name or a synonym.
   *
   * @throws IllegalArgumentException when one of them is not in the glossary, naming the known
   */
  public static Grade names(Diagnosis diagnosis, String... expected) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String term : expected) {
      wanted.add(requireTerm(diagnosis.glossary(), term).name());
    }
    String expectation = String.join(" and ", wanted);
    if (diagnosis.verdict() != Verdict.ANOMALY) {
      return withoutAnomaly(diagnosis, expectation);
    }
    Set<String> named =
        diagnosis.terms().stream()
            .map(term -> canonical(diagnosis.glossary(), term))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String comparison =
        RootLocale.format("expected %s, answered %s", expectation, String.join(" and ", named));
    if (named.equals(wanted)) {
      return new Grade(Outcome.RIGHT, comparison);
    }
    if (named.containsAll(wanted) || named.size() > wanted.size()) {
      return new Grade(Outcome.OVER_BLAMED, comparison + ": more than there is");
    }
    return new Grade(Outcome.WRONG_TERM, comparison);
  }

  /** Expects exactly one anomaly, and that a component is blamed for it. */
  public static Grade namesAt(Diagnosis diagnosis, String expected, String component) {
    return namesAt(diagnosis, Map.of(expected, component));
  }

  /**
   * Expects exactly these anomalies, and that for each of them its component is blamed.
   *
   * @param expected the component of each term
   */
  public static Grade namesAt(Diagnosis diagnosis, Map<String, String> expected) {
    Map<String, String> sorted = new TreeMap<>(expected);
    Grade grade = names(diagnosis, sorted.keySet().toArray(String[]::new));
    boolean all =
        sorted.entrySet().stream()
            .allMatch(one -> isBlamed(diagnosis, one.getKey(), one.getValue()));
    if (!grade.isRight() || all) {
      return grade;
    }
    String wanted =
        sorted.entrySet().stream()
            .map(one -> one.getKey() + " at " + one.getValue())
            .collect(Collectors.joining(" and "));
    return new Grade(
        Outcome.WRONG_COMPONENT,
        RootLocale.format("expected %s, answered %s", wanted, diagnosis.headline()));
  }

  private static boolean isBlamed(Diagnosis diagnosis, String term, String component) {
    String name = canonical(diagnosis.glossary(), term);
    return diagnosis.anomalies().stream()
        .filter(named -> canonical(diagnosis.glossary(), named.term()).equals(name))
        .anyMatch(named -> component.equals(named.component()));
  }

  /** Expects the answer that the system is in order. */
  public static Grade findsNoAnomaly(Diagnosis diagnosis) {
    return switch (diagnosis.verdict()) {
      case NONE -> new Grade(Outcome.RIGHT, "no anomaly expected and none seen");
      case ANOMALY ->
          new Grade(Outcome.FALSE_ALARM, "no anomaly expected, answered " + diagnosis.headline());
      case UNSURE, INVALID -> withoutAnomaly(diagnosis, "no anomaly");
    };
  }

  /** Expects what an experiment expects. */
  public static Grade grade(Diagnosis diagnosis, Expectation expected) {
    List<Grade> grades =
        expected.alternatives().stream().map(one -> gradeOne(diagnosis, one)).toList();
    return either(grades, expected.words(), diagnosis);
  }

  /** Expects one of several terms, each by its name or a synonym, and no other beside it. */
  public static Grade namesEither(Diagnosis diagnosis, String... expected) {
    List<Grade> grades = Arrays.stream(expected).map(term -> names(diagnosis, term)).toList();
    return either(grades, String.join(" or ", expected), diagnosis);
  }

  /** Two of them together are more than there is. */
  private static Grade either(List<Grade> grades, String expected, Diagnosis diagnosis) {
    if (grades.size() == 1) {
      return grades.get(0);
    }
    boolean right = grades.stream().anyMatch(Grade::isRight);
    return new Grade(
        right ? Outcome.RIGHT : grades.get(0).outcome(),
        RootLocale.format("expected %s, answered %s", expected, diagnosis.headline()));
  }

  private static Grade gradeOne(Diagnosis diagnosis, Expectation expected) {
    return switch (expected.kind()) {
      case NONE -> findsNoAnomaly(diagnosis);
      case TERMS ->
          names(diagnosis, expected.terms().stream().map(Term::name).toArray(String[]::new));
      case OTHER -> isOther(diagnosis);
      case UNSURE -> isUnsure(diagnosis);
    };
  }

  /** Expects an anomaly that the glossary does not hold, and no term beside it. */
  public static Grade isOther(Diagnosis diagnosis) {
    return diagnosis.verdict() == Verdict.UNSURE
        ? withoutAnomaly(diagnosis, Diagnosis.OTHER)
        : isUnsureOrOther(diagnosis);
  }

  /** Expects that the diagnosis does not commit itself, because too little can be seen. */
  public static Grade isUnsure(Diagnosis diagnosis) {
    Grade open = isUnsureOrOther(diagnosis);
    return open.isRight() && diagnosis.verdict() != Verdict.UNSURE
        ? new Grade(Outcome.WRONG_TERM, "expected unsure, answered " + diagnosis.headline())
        : open;
  }

  /** Expects that no term is named: unsure, or an anomaly that the glossary does not hold. */
  public static Grade isUnsureOrOther(Diagnosis diagnosis) {
    String answered = "expected unsure or other, answered " + diagnosis.headline();
    return switch (diagnosis.verdict()) {
      case UNSURE -> new Grade(Outcome.RIGHT, answered);
      case ANOMALY ->
          new Grade(
              diagnosis.terms().equals(List.of(Diagnosis.OTHER))
                  ? Outcome.RIGHT
                  : Outcome.WRONG_TERM,
              answered);
      case NONE -> new Grade(Outcome.MISSED, answered);
      case INVALID -> unreadable(diagnosis, answered);
    };
  }

  private static Grade withoutAnomaly(Diagnosis diagnosis, String expectation) {
    String comparison =
        RootLocale.format("expected %s, answered %s", expectation, diagnosis.headline());
    return switch (diagnosis.verdict()) {
      case UNSURE -> new Grade(Outcome.UNSURE, comparison);
      case INVALID -> unreadable(diagnosis, comparison);
      case NONE, ANOMALY -> new Grade(Outcome.MISSED, comparison);
    };
  }

  /** An answer that cannot be read, or an agent that gave none: each has a name of its own. */
  private static Grade unreadable(Diagnosis diagnosis, String comparison) {
    AgentWork work = diagnosis.provenance().work();
    Outcome outcome =
        work == null || work.ending().isAnswer()
            ? Outcome.INVALID
            : Outcome.valueOf(work.ending().name());
    return new Grade(outcome, comparison + ": " + diagnosis.mechanism());
  }

  private static Term requireTerm(Glossary glossary, String expected) {
    return glossary
        .find(expected)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    RootLocale.format(
                        "No term '%s' in the glossary (known: %s).",
                        expected, String.join(", ", glossary.names().stream().sorted().toList()))));
  }

  private static String canonical(Glossary glossary, String term) {
    return glossary.find(term).map(Term::name).orElse(term);
  }
}
