package io.chaoschapters.diagnosis.llm.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The few lines that a small model is shown. */
class ChangesTest {
  private static Evidence of(String system, String name) {
    return EvidenceCases.of(system).stream()
        .filter(c -> c.name().equals(name))
        .map(EvidenceCase::evidence)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everythingThatIsWorse_isOneLineEach() {
    Evidence evidence = of("web-shop", "the provider does not answer");
    assertThat(Changes.of(evidence).lines())
        .contains("- payment provider payments accepts connections but does not answer")
        .anySatisfy(line -> assertThat(line).contains("measured 10 s, bound at most 2 s"))
        .contains("- new log line of web-2: payment of order 1402: Read timed out")
        .endsWith("Everything else is as it was.");
  }

  @Test
  void steadyState_isTheLackOfChanges() {
    Evidence evidence = of("web-shop", "the provider does not answer").atSteadyState();
    assertThat(Changes.of(evidence)).isEqualTo(Changes.none());
  }

  @Test
  void linesThatSeveralComponentsPrint_areShownOnceAndNotMoreThanTwo() {
    Evidence evidence = of("web-shop", "the provider does not answer");
    List<LogEvidence> log =
        List.of(
            new LogEvidence("web-1", "WARN slow", 1, true),
            new LogEvidence("web-2", "WARN slow", 1, true),
            new LogEvidence("web-1", "ERROR gone", 1, true),
            new LogEvidence("web-1", "ERROR late", 1, true),
            new LogEvidence("web-1", "INFO fine", 1, false));
    Evidence noisy =
        new Evidence(
            evidence.takenAt(),
            evidence.baseline().components(),
            List.of(),
            evidence.signals(),
            log,
            evidence.baseline(),
            evidence.glossary());
    assertThat(Changes.of(noisy).lines())
        .filteredOn(line -> line.startsWith("-"))
        .containsExactly("- new log line of web-1: slow", "- new log line of web-1: gone");
  }
}
