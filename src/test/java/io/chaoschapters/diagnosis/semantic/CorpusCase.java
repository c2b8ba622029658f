package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.semantic.CorpusSystem.CorpusTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Generated evidence of a made-up system and what is right for it.
 *
 * @param terms the right terms; empty when none fits or nothing is amiss
 * @param control whether nothing is amiss
 */
record CorpusCase(String system, List<String> terms, boolean control, Evidence evidence) {
  private static final double OTHERS = 0.3;
  private static final int TWOS = 3;
  private static final int CONTROLS = 2;

  /** The same cases for the same seed. */
  static List<CorpusCase> generate(List<CorpusSystem> systems, long seed) {
    Random random = new Random(seed);
    List<CorpusCase> cases = new ArrayList<>();
    for (CorpusSystem system : systems) {
      for (CorpusTerm term : system.terms()) {
        cases.add(of(system, List.of(term), null, random));
        if (random.nextDouble() < OTHERS) {
          cases.add(of(system, List.of(term), term, random));
        }
      }
      cases.add(
          new CorpusCase(
              system.name(),
              List.of(),
              false,
              new CorpusEvidence(system, random).of(List.of(), false, null)));
      for (int i = 0; i < CONTROLS; i++) {
        cases.add(
            new CorpusCase(
                system.name(),
                List.of(),
                true,
                new CorpusEvidence(system, random).of(List.of(), true, null)));
      }
      for (int i = 0; i < TWOS; i++) {
        CorpusTerm first = system.terms().get(random.nextInt(system.terms().size()));
        CorpusTerm second = system.terms().get(random.nextInt(system.terms().size()));
        if (first != second && !shareTraces(first, second)) {
          cases.add(of(system, List.of(first, second), null, random));
        }
      }
    }
    return cases;
  }

  private static boolean shareTraces(CorpusTerm a, CorpusTerm b) {
    boolean roles =
        a.traces('c').stream()
            .map(CorpusCase::role)
            .anyMatch(role -> b.traces('c').stream().map(CorpusCase::role).anyMatch(role::equals));
    return roles || a.traces('v').stream().anyMatch(b.traces('v')::contains);
  }

  private static String role(String state) {
    return state.replaceFirst("(?::\\w+)? \\w+$", "");
  }

  private static CorpusCase of(
      CorpusSystem system, List<CorpusTerm> terms, @Nullable CorpusTerm missing, Random random) {
    Evidence evidence = new CorpusEvidence(system, random).of(terms, false, missing);
    List<String> right =
        missing == null ? terms.stream().map(CorpusTerm::name).toList() : List.<String>of();
    return new CorpusCase(system.name(), right, false, evidence);
  }
}
