package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.chaos.Experiment;
import io.chaoschapters.chaos.ExperimentFile;
import io.chaoschapters.diagnosis.LeakCheck;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TikvWordsTest {
  private final TikvSubject subject = new TikvSubject();

  private LeakCheck check() {
    List<String> forbidden = new ArrayList<>(List.of("kill", "freeze", "evict"));
    ExperimentFile.load(subject).experiments().stream()
        .map(Experiment::name)
        .forEach(forbidden::add);
    return new LeakCheck(subject.glossary(), forbidden);
  }

  @Test
  void invariantsAndSignals_giveNothingAway() {
    String text =
        subject.invariants().stream().map(Invariant::statement).collect(Collectors.joining("\n"))
            + subject.signals().stream().map(Signal::description).collect(Collectors.joining("\n"));

    assertThat(check().check(text, "")).isEmpty();
  }

  @Test
  void definitions_nameNoFaultAndNoExperiment() {
    String definitions =
        subject.glossary().terms().stream().map(Term::definition).collect(Collectors.joining("\n"));

    assertThat(check().check("", definitions)).isEmpty();
    assertThat(subject.glossary().terms()).hasSizeGreaterThanOrEqualTo(11);
  }

  @Test
  void expectedAnomalies_areTermsOfTheGlossary() {
    assertThat(ExperimentFile.load(subject).experiments())
        .filteredOn(experiment -> !experiment.isControl())
        .hasSize(4);
  }
}
