package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.diagnosis.semantic.embedding.SentenceEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.Vectors;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way to rank terms that was tried.
 *
 * @param rank the terms, best first, with the score by which a floor would tell faults from others
 */
record SemanticMethod(String name, Function<Evidence, List<RankedTerm>> rank) {
  private static final EarlierCalibration CALIBRATION = EarlierCalibration.standard();

  /** All that were tried, the chosen one last. */
  static List<SemanticMethod> all(SentenceEncoder encoder) {
    Function<Evidence, List<EarlierSymptom>> asStatements =
        e -> EarlierSymptoms.of(e, CALIBRATION).list();
    return List.of(
        new SemanticMethod(
            "whole evidence as one text, definition only",
            e -> oneText(encoder, whole(e), null, e, Term::definition)),
        new SemanticMethod(
            "whole evidence as one text, name and definition",
            e -> oneText(encoder, whole(e), null, e, SemanticMethod::nameAndDefinition)),
        new SemanticMethod(
            "the same with the table of metrics",
            e ->
                oneText(
                    encoder, whole(e) + metrics(e), null, e, SemanticMethod::nameAndDefinition)),
        new SemanticMethod(
            "whole evidence minus the steady state's",
            e ->
                oneText(
                    encoder,
                    whole(e),
                    whole(e.atSteadyState()),
                    e,
                    SemanticMethod::nameAndDefinition)),
        new SemanticMethod(
            "symptoms as one text",
            e ->
                weighed(
                    e,
                    oneText(
                        encoder,
                        asStatements.apply(e).stream()
                            .map(EarlierSymptom::sentence)
                            .collect(Collectors.joining(". ")),
                        null,
                        e,
                        SemanticMethod::nameAndDefinition))),
        new SemanticMethod(
            "symptom by symptom, the one that fits best",
            e -> weighed(e, best(asStatements.apply(e), e, encoder))),
        new SemanticMethod(
            "symptom by symptom, weighted quadratic mean",
            e -> weighed(e, byCosine(ranking(stateless(asStatements.apply(e)), e, encoder)))),
        new SemanticMethod(
            "the same, the sentences with their numbers, shared part taken away",
            e -> weighed(e, ranking(stateless(withNumbers(e)), e, encoder))),
        new SemanticMethod(
            "symptom by symptom, weighted quadratic mean, shared part taken away",
            e -> weighed(e, ranking(stateless(asStatements.apply(e)), e, encoder))),
        new SemanticMethod(
            "**chosen: the same, what sets a component's state apart once more**",
            e -> weighed(e, ranking(asStatements.apply(e), e, encoder))));
  }

  private static String nameAndDefinition(Term term) {
    return term.name() + ": " + term.definition();
  }

  private static String whole(Evidence e) {
    Stream<String> components =
        e.components().stream()
            .map(c -> c.id() + " (" + c.role() + ") " + c.health().words() + " " + c.detail());
    Stream<String> violations = e.violations().stream().map(ViolationEvidence::sentence);
    Stream<String> log = e.log().stream().map(LogEvidence::text);
    return Stream.of(components, violations, log)
        .flatMap(Function.identity())
        .collect(Collectors.joining(". "));
  }

  private static String metrics(Evidence e) {
    return e.signals().stream()
        .map((SignalChange s) -> ". " + s.description() + ": " + s.change())
        .collect(Collectors.joining());
  }

  private static List<RankedTerm> oneText(
      SentenceEncoder encoder,
      String text,
      @org.jspecify.annotations.Nullable String steady,
      Evidence evidence,
      Function<Term, String> words) {
    float[] now = encoder.encode(List.of(text.isEmpty() ? "nothing" : text)).get(0);
    float[] before =
        steady == null ? new float[now.length] : encoder.encode(List.of(steady)).get(0);
    List<RankedTerm> ranked = new ArrayList<>();
    for (Term term : evidence.glossary().terms()) {
      float[] vector = encoder.encode(List.of(words.apply(term))).get(0);
      double score = Vectors.dot(now, vector) - Vectors.dot(before, vector);
      ranked.add(new RankedTerm(term, score, score));
    }
    return sorted(ranked);
  }

  private static List<RankedTerm> ranking(
      List<EarlierSymptom> symptoms, Evidence evidence, SentenceEncoder encoder) {
    EarlierTermVectors vectors = EarlierTermVectors.of(evidence.glossary(), encoder);
    return EarlierRanking.of(symptoms, vectors, encoder, CALIBRATION).terms();
  }

  private static List<RankedTerm> byCosine(List<RankedTerm> terms) {
    return sorted(
        terms.stream().map(t -> new RankedTerm(t.term(), t.cosine(), t.cosine())).toList());
  }

  private static List<RankedTerm> best(
      List<EarlierSymptom> symptoms, Evidence evidence, SentenceEncoder encoder) {
    List<RankedTerm> found = new ArrayList<>();
    for (Term term : evidence.glossary().terms()) {
      double score =
          symptoms.stream()
              .mapToDouble(
                  s ->
                      ranking(List.of(s), evidence, encoder).stream()
                              .filter(t -> t.term().equals(term))
                              .mapToDouble(RankedTerm::cosine)
                              .sum()
                          * Math.min(1, s.weight()))
              .max()
              .orElse(0);
      found.add(new RankedTerm(term, score, score));
    }
    return sorted(found);
  }

  private static List<EarlierSymptom> stateless(List<EarlierSymptom> symptoms) {
    return symptoms.stream()
        .map(
            s ->
                new EarlierSymptom(
                    s.sentence(), s.weight(), s.component(), s.citation(), List.of()))
        .toList();
  }

  private static List<EarlierSymptom> withNumbers(Evidence e) {
    List<EarlierSymptom> symptoms = new ArrayList<>();
    for (EarlierSymptom s : EarlierSymptoms.of(e, CALIBRATION).list()) {
      String numbers = s.citation().value();
      symptoms.add(
          numbers.startsWith("measured")
              ? new EarlierSymptom(
                  s.sentence() + ": " + numbers,
                  s.weight(),
                  s.component(),
                  s.citation(),
                  s.states())
              : s);
    }
    return symptoms;
  }

  /** With too few symptoms to outweigh the steady state no term is named. */
  private static List<RankedTerm> weighed(Evidence evidence, List<RankedTerm> terms) {
    boolean enough = EarlierSymptoms.of(evidence, CALIBRATION).weight() > CALIBRATION.steadyState();
    return enough ? terms : List.of();
  }

  private static List<RankedTerm> sorted(List<RankedTerm> terms) {
    return terms.stream().sorted(Comparator.comparingDouble(RankedTerm::score).reversed()).toList();
  }
}
