package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.semantic.embedding.MiniLmEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.SentenceEncoder;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Prints the table of docs/diagnosis-semantic.md: ways to rank terms over all made-up systems.
 *
 * <p>A floor below which no term is named is found on five systems and applied to the sixth, each
 * in turn, so that no figure of the last column was fitted to the system that it is about.
 */
final class SemanticMethodComparison {
  private static final List<EvidenceCase> CASES = EvidenceCases.all();

  private SemanticMethodComparison() {}

  /** The best term of a case and the cosine that a floor is held against. */
  private record Answer(EvidenceCase asked, String term, double cosine) {
    boolean isRight(double floor) {
      boolean named = cosine >= floor;
      return asked.isFault() ? named && term.equals(asked.expect()) : !named;
    }
  }

  public static void main(String[] args) {
    Map<String, float[]> known = new HashMap<>();
    MiniLmEncoder model = new MiniLmEncoder(Path.of("target/chapters/.cache"));
    SentenceEncoder encoder =
        sentences ->
            sentences.stream()
                .map(s -> known.computeIfAbsent(s, t -> model.encode(List.of(t)).get(0)))
                .toList();
    System.out.printf(
        Locale.ROOT,
        "| what is compared | right term first (%d faults) | faults named, floor from other systems"
            + " | no term named (%d controls) | no term named (%d that no term fits) |%n"
            + "| --- | --- | --- | --- | --- |%n",
        count(EvidenceCase::isFault),
        count(EvidenceCase::isControl),
        count(EvidenceCase::isOpen));
    SemanticMethod.all(encoder).forEach(SemanticMethodComparison::print);
  }

  private static long count(Predicate<EvidenceCase> kind) {
    return CASES.stream().filter(kind).count();
  }

  private static void print(SemanticMethod method) {
    List<Answer> answers = CASES.stream().map(c -> answer(method, c)).toList();
    long first =
        answers.stream()
            .filter(a -> a.asked().isFault() && a.term().equals(a.asked().expect()))
            .count();
    List<Answer> held = new ArrayList<>();
    StringBuilder floors = new StringBuilder();
    for (String system : EvidenceCases.SYSTEMS) {
      double floor =
          floor(answers.stream().filter(a -> !a.asked().system().equals(system)).toList());
      floors.append(RootLocale.format(" %.2f", floor));
      answers.stream()
          .filter(a -> a.asked().system().equals(system) && a.isRight(floor))
          .forEach(held::add);
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | floors%s%n",
        method.name(),
        first,
        held.stream().filter(a -> a.asked().isFault()).count(),
        held.stream().filter(a -> a.asked().isControl()).count(),
        held.stream().filter(a -> a.asked().isOpen()).count(),
        floors);
  }

  private static Answer answer(SemanticMethod method, EvidenceCase c) {
    List<RankedTerm> terms = method.rank().apply(c.evidence());
    return terms.isEmpty()
        ? new Answer(c, "", -1)
        : new Answer(c, terms.get(0).term().name(), terms.get(0).cosine());
  }

  /** The middle of the floors that make most answers right. */
  private static double floor(List<Answer> training) {
    List<Double> best = new ArrayList<>();
    long most = -1;
    for (int percent = -20; percent <= 90; percent++) {
      double floor = percent / 100.0;
      long right = training.stream().filter(a -> a.isRight(floor)).count();
      if (right > most) {
        most = right;
        best.clear();
      }
      if (right == most) {
        best.add(floor);
      }
    }
    return best.get(best.size() / 2);
  }
}
