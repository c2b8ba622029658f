package io.chaoschapters.diagnosis.semantic.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.evidence.Baseline;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.Evidence.CourseEvent;
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

  private static List<SymptomKind> besideLostShop(double unwellAt) {
    List<ComponentStatus> well =
        List.of(
            ComponentStatus.of("o", "oven", Health.SERVING, ""),
            ComponentStatus.of("s", "shop", Health.SERVING, ""));
    List<ComponentStatus> now =
        List.of(
            ComponentStatus.of("o", "oven", Health.DEGRADED, ""),
            ComponentStatus.of("s", "shop", Health.REFUSING, ""));
    Evidence evidence =
        new Evidence(
            Instant.EPOCH,
            now,
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new CourseEvent(2, "s refuses connections"),
                new CourseEvent(unwellAt, "o answers that it is not well")),
            new Baseline(Instant.EPOCH, well, List.of()),
            GLOSSARY);
    return StateSymptoms.of(evidence, Calibration.standard()).stream().map(Symptom::kind).toList();
  }

  /** What came first does not follow from what came later. */
  @Test
  void unwellSinceAnotherRoleIsLost_followsFromThat_butNotWhenItWasUnwellBefore() {
    assertThat(besideLostShop(4)).containsExactly(SymptomKind.COVERED, SymptomKind.STATE);
    assertThat(besideLostShop(1)).containsExactly(SymptomKind.STATE, SymptomKind.STATE);
  }
}
