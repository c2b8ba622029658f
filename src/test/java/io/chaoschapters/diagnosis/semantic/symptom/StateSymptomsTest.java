package io.chaoschapters.diagnosis.semantic.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.evidence.Baseline;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Term;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateSymptomsTest {
  private static final Glossary GLOSSARY =
      new Glossary(List.of(Term.of("down", "It is down."), Term.of("slow", "It is slow.")));

  private static List<SymptomKind> kinds(Health... now) {
    Evidence evidence =
        new Evidence(
            Instant.EPOCH,
            components(now),
            List.of(),
            List.of(),
            List.of(),
            new Baseline(
                Instant.EPOCH,
                components(Health.SERVING, Health.SERVING, Health.SERVING),
                List.of()),
            GLOSSARY);
    return StateSymptoms.of(evidence, Calibration.standard()).stream().map(Symptom::kind).toList();
  }

  private static List<ComponentStatus> components(Health... healths) {
    return IntStream.range(0, healths.length)
        .mapToObj(i -> ComponentStatus.of("m-" + i, "member", healths[i], ""))
        .toList();
  }

  /**
   * The one that is left without the others says that it is unwell, and that is no second fault.
   */
  @Test
  void unwellBesideLostOnesOfItsRole_followsFromTheirLoss() {
    assertThat(kinds(Health.REFUSING, Health.REFUSING, Health.DEGRADED))
        .containsExactlyInAnyOrder(SymptomKind.STATE, SymptomKind.COVERED);
  }

  @Test
  void unwellByItself_isAState() {
    assertThat(kinds(Health.SERVING, Health.SERVING, Health.DEGRADED))
        .containsExactly(SymptomKind.STATE);
  }
}
