package io.chaoschapters.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceCollectorTest {
  private final List<EvidenceCase> cases = EvidenceCases.of("rate-limiter");

  private Evidence evidence(String name) {
    return cases.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow().evidence();
  }

  @Test
  void signalThatNobodyReads_isUnknownAndNotZero() {
    SignalChange count =
        evidence("the store was killed").signals().stream()
            .filter(s -> s.id().equals("shared-count"))
            .findFirst()
            .orElseThrow();
    assertThat(count.now().isKnown()).isFalse();
    assertThat(count.hasChanged()).isFalse();
    assertThat(count.change()).isEqualTo("30 requests -> unknown (no answer)");
  }

  @Test
  void violationThatIsOver_staysInTheEvidenceAndIsNotActive() {
    Evidence evidence = evidence("dropped deltas after a pause of the store");
    assertThat(evidence.violations()).hasSize(3);
    assertThat(evidence.activeViolations())
        .singleElement()
        .satisfies(v -> assertThat(v.measured()).isEqualTo(-250))
        .satisfies(v -> assertThat(v.bound().words()).isEqualTo("between -10 and 10"));
  }

  @Test
  void anotherSeed_shufflesTheGlossaryOnly() {
    assertThat(cases.get(0).evidence().glossary()).isNotEqualTo(cases.get(1).evidence().glossary());
    assertThat(cases.get(0).evidence().glossary().terms())
        .containsExactlyInAnyOrderElementsOf(cases.get(1).evidence().glossary().terms());
  }

  @Test
  void steadyState_isEvidenceOfTheSameForm() {
    Evidence steady = evidence("the store was killed").atSteadyState();
    assertThat(steady.violations()).isEmpty();
    assertThat(steady.signals()).noneMatch(SignalChange::hasChanged);
    assertThat(steady.components()).allMatch(c -> c.health().words().equals("answers"));
    assertThat(EvidenceText.markdown(steady)).contains("store (counter store) answers");
  }

  @Test
  void evidenceAsText_holdsEverythingOnce() {
    String text = EvidenceText.markdown(evidence("the store is suspended and it lasts"));
    assertThat(text)
        .containsOnlyOnce("store (counter store) accepts connections but does not answer")
        .containsOnlyOnce("last answered 4.0 s ago")
        .containsOnlyOnce("on store: measured 3.1 s, bound at most 1 s")
        .contains("## Glossary", "counter drift (count divergence, lost increments): ");
  }
}
