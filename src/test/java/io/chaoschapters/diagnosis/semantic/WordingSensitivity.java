package io.chaoschapters.diagnosis.semantic;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.diagnosis.semantic.embedding.MiniLmEncoder;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints how the answers change when one invariant of one system is worded in other words. */
final class WordingSensitivity {
  private static final SemanticDiagnoser DIAGNOSER =
      new SemanticDiagnoser(
          new MiniLmEncoder(Path.of("target/chapters/.cache")),
          Calibration.standard(),
          Weights.standard());

  private WordingSensitivity() {}

  public static void main(String[] args) throws IOException {
    Map<String, List<String>> paraphrases =
        new YAMLMapper()
            .readValue(
                WordingSensitivity.class.getResourceAsStream("/diagnosis/paraphrases.yaml"),
                new TypeReference<>() {});
    List<EvidenceCase> faults =
        EvidenceCases.of("rate-limiter").stream().filter(EvidenceCase::isFault).toList();
    System.out.println("| worded as | faults named |");
    System.out.println("| --- | --- |");
    paraphrases.forEach(
        (statement, others) -> {
          List<EvidenceCase> affected = faults.stream().filter(c -> holds(c, statement)).toList();
          print("**" + statement + "**", statement, statement, affected);
          others.forEach(other -> print(other, statement, other, affected));
        });
  }

  private static boolean holds(EvidenceCase c, String statement) {
    return c.evidence().activeViolations().stream().anyMatch(v -> v.statement().equals(statement));
  }

  private static void print(
      String label, String statement, String other, List<EvidenceCase> affected) {
    long right =
        affected.stream()
            .filter(c -> c.grade(ask(c.evidence(), statement, other)).isRight())
            .count();
    System.out.printf(Locale.ROOT, "| %s | %d of %d |%n", label, right, affected.size());
  }

  private static Diagnosis ask(Evidence e, String statement, String other) {
    List<ViolationEvidence> reworded =
        e.violations().stream()
            .map(v -> v.statement().equals(statement) ? reworded(v, other) : v)
            .toList();
    return DIAGNOSER.diagnose(
        new Evidence(
            e.takenAt(),
            e.components(),
            reworded,
            e.signals(),
            e.log(),
            e.baseline(),
            e.glossary()),
        text -> {});
  }

  private static ViolationEvidence reworded(ViolationEvidence v, String statement) {
    return new ViolationEvidence(
        statement,
        v.unit(),
        v.component(),
        v.active(),
        v.measured(),
        v.worst(),
        v.min(),
        v.max(),
        v.sentence().replace(v.statement(), statement));
  }
}
