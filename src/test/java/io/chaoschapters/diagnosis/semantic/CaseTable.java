package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.diagnosis.semantic.embedding.MiniLmEncoder;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints what the embedded diagnoser answers to each made-up situation, and how fast. */
final class CaseTable {
  private static final int ROUNDS = 5;

  private CaseTable() {}

  public static void main(String[] args) {
    SemanticDiagnoser diagnoser =
        new SemanticDiagnoser(
            new MiniLmEncoder(Path.of("target/chapters/.cache")),
            Calibration.standard(),
            Weights.standard());
    List<EvidenceCase> cases = new ArrayList<>(EvidenceCases.all());
    cases.addAll(EvidenceCases.of(EvidenceCases.HELD_OUT));
    cases.forEach(c -> diagnoser.diagnose(c.evidence(), text -> {}));
    for (EvidenceCase c : cases) {
      Diagnosis d = diagnoser.diagnose(c.evidence(), text -> {});
      Grade grade = c.grade(d);
      System.out.printf(
          Locale.ROOT,
          "%-14s %-70s %-12s %s (%.2f) %s%n",
          c.isFault() ? "fault" : c.isControl() ? "control" : "open",
          c,
          grade.outcome(),
          d.headline(),
          d.confidence(),
          c.component() == null || c.component().equals(d.component()) ? "" : "COMPONENT");
    }
    double[] millis = new double[ROUNDS * cases.size()];
    for (int i = 0; i < millis.length; i++) {
      EvidenceCase c = cases.get(i % cases.size());
      millis[i] = diagnoser.diagnose(c.evidence(), text -> {}).provenance().seconds() * 1000;
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "evidence to verdict, warm: median %.1f ms, 95th percentile %.1f ms, longest %.1f ms of %d%n",
        millis[millis.length / 2],
        millis[(int) (0.95 * millis.length)],
        millis[millis.length - 1],
        millis.length);
  }
}
