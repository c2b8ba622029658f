package io.chaoschapters.diagnosis.baseline;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Privacy;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers by a rule that takes a line of code; an empty choice means no anomaly. */
class BaselineDiagnoser implements Diagnoser {
  private final String id;
  private final Function<Evidence, Optional<String>> choice;

  BaselineDiagnoser(String id, Function<Evidence, Optional<String>> choice) {
    this.id = id;
    this.choice = choice;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String description() {
    return "A trivial baseline.";
  }

  @Override
  public Privacy privacy() {
    return Privacy.staysOnMachine();
  }

  @Override
  public Diagnosis diagnose(Inquiry inquiry) {
    Optional<String> term = choice.apply(inquiry.evidence());
    return answer(
        term.isPresent() ? Verdict.ANOMALY : Verdict.NONE,
        term.stream().toList(),
        "by rule",
        inquiry);
  }

  Diagnosis answer(Verdict verdict, List<String> terms, String mechanism, Inquiry inquiry) {
    return Diagnosis.of(
        verdict,
        terms,
        mechanism,
        inquiry.evidence().glossary(),
        Provenance.of(id, version(), 0, "", ""));
  }

  @Override
  public String toString() {
    return id;
  }
}
