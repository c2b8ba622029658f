package io.chaoschapters.toy;

import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.NamedAnomaly;
import io.chaoschapters.diagnosis.Privacy;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import java.util.List;

/** Knows what the toy's two invariants mean, so it is quick and always right. */
final class ToyDiagnoser implements Diagnoser {
  static final String ID = "toy";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String description() {
    return "Two rules for the toy queue.";
  }

  @Override
  public Privacy privacy() {
    return Privacy.staysOnMachine();
  }

  @Override
  public Diagnosis diagnose(Inquiry inquiry) {
    Evidence evidence = inquiry.evidence();
    List<String> terms =
        evidence.violations().stream().map(ToyDiagnoser::term).distinct().sorted().toList();
    String answer = terms.isEmpty() ? "no anomaly" : String.join(" and ", terms);
    inquiry.text(answer);
    return new Diagnosis(
        terms.isEmpty() ? Verdict.NONE : Verdict.ANOMALY,
        terms.stream().map(NamedAnomaly::of).toList(),
        null,
        "by rule",
        evidence.violations().stream()
            .map(violation -> Citation.of(violation.statement(), violation.sentence()))
            .toList(),
        List.of(),
        1,
        "",
        evidence.glossary(),
        Provenance.of(ID, version(), 0.001, EvidenceText.markdown(evidence), answer));
  }

  private static String term(ViolationEvidence violation) {
    return violation.unit().equals("items") ? "queue overflow" : "node outage";
  }
}
