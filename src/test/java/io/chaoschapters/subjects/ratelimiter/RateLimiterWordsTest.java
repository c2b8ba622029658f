package io.chaoschapters.subjects.ratelimiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RateLimiterWordsTest {
  private final RateLimiterSubject subject = new RateLimiterSubject();

  private LeakCheck check() {
    List<String> forbidden = new ArrayList<>(List.of("kill", "freeze", "burst", "pause"));
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
  void experiments_areOfEveryKind_andEnoughOfThemAreControls() {
    List<Experiment> all = ExperimentFile.load(subject).experiments();

    assertThat(all)
        .extracting(experiment -> experiment.expected().kind())
        .contains(Expectation.Kind.values());
    assertThat(all).anySatisfy(e -> assertThat(e.expected().terms()).hasSize(2));
    assertThat(all.stream().filter(Experiment::isControl).count() / (double) all.size())
        .isGreaterThan(0.29);
  }
}
