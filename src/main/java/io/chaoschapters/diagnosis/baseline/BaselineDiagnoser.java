package io.chaoschapters.diagnosis.baseline;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Answers by a rule that takes a line of code; an empty choice means no anomaly. */
@API(status = API.Status.INTERNAL, since = "0.1")
public abstract class BaselineDiagnoser implements Diagnoser {
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
  public String whatLeavesTheMachine() {
    return "Nothing.";
  }

  @Override
  public Diagnosis diagnose(Evidence evidence, Consumer<String> stream) {
    Optional<String> term = choice.apply(evidence);
    return new Diagnosis(
        term.isPresent() ? Verdict.ANOMALY : Verdict.NONE,
        term.stream().toList(),
        null,
        null,
        "by rule",
        List.of(),
        List.of(),
        1,
        "",
        evidence.glossary(),
        Provenance.of(id, version(), 0, "", ""));
  }

  @Override
  public String toString() {
    return id;
  }
}
