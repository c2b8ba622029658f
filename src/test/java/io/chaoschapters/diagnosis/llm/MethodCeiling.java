package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.NamedAnomaly;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.SavedCase;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.llm.method.Methods;
import io.chaoschapters.diagnosis.semantic.RankedTerm;
import io.chaoschapters.diagnosis.semantic.Retrieval;
import io.chaoschapters.diagnosis.semantic.Retriever;
import io.chaoschapters.settings.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts what {@code two-models} can get right at most, with a language model that always picks the
 * right one of the few definitions that it is shown: {@code MethodCeiling SOURCE...}, sources as of
 * {@link MethodComparison}. No language model is asked.
 */
final class MethodCeiling {
  private final Retriever retriever = new Retriever(Settings.ofProcess());

  private MethodCeiling() {}

  public static void main(String[] args) {
    MethodCeiling ceiling = new MethodCeiling();
    List<SavedCase> cases =
        Arrays.stream(args).flatMap(source -> SavedCase.of(source).stream()).toList();
    Map<String, int[]> sums = new LinkedHashMap<>();
    for (SavedCase asked : cases) {
      boolean reachable = ceiling.reaches(asked);
      int[] sum = sums.computeIfAbsent(asked.kind(), kind -> new int[2]);
      sum[0] += reachable ? 1 : 0;
      sum[1]++;
      if (!reachable) {
        System.out.printf(
            Locale.ROOT, "out of reach: %s, expected %s%n", asked.name(), asked.expected());
      }
    }
    sums.forEach(
        (kind, sum) -> System.out.printf(Locale.ROOT, "%s: %d of %d%n", kind, sum[0], sum[1]));
  }

  private boolean reaches(SavedCase asked) {
    Retrieval found = retriever.of(asked.evidence());
    Diagnosis embedded = found.answer();
    if (embedded.verdict() == Verdict.NONE || !found.fits()) {
      return asked.grader().apply(embedded).isRight();
    }
    return found.terms().stream()
        .limit(Methods.FEW)
        .map(RankedTerm::term)
        .anyMatch(term -> asked.grader().apply(naming(term.name(), embedded)).isRight());
  }

  private static Diagnosis naming(String term, Diagnosis embedded) {
    return new Diagnosis(
        Verdict.ANOMALY,
        List.of(NamedAnomaly.of(term).at(embedded.component())),
        null,
        "",
        embedded.citations(),
        List.of(),
        1,
        "",
        embedded.glossary(),
        Provenance.of("", "", 0, "", ""));
  }
}
