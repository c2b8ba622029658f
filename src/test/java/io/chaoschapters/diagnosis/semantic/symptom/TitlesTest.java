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
import org.junit.jupiter.api.Test;

class TitlesTest {
  private static ComponentStatus member(String id, Health health, String detail) {
    return ComponentStatus.of(id, "member", health, detail);
  }

  private static Evidence evidence(List<ComponentStatus> before, List<ComponentStatus> now) {
    return new Evidence(
        Instant.EPOCH.plusSeconds(9),
        now,
        List.of(),
        List.of(),
        List.of(),
        new Baseline(Instant.EPOCH, before, List.of()),
        new Glossary(List.of(Term.of("one", "One."), Term.of("two", "Two."))));
  }

  private static final List<ComponentStatus> STEADY =
      List.of(
          member("a", Health.SERVING, "leader, 3 clients"),
          member("b", Health.SERVING, "follower"),
          member("c", Health.SERVING, "follower"));

  @Test
  void titleThatAnotherHasNow_hasMoved() {
    Evidence evidence =
        evidence(
            STEADY,
            List.of(
                member("a", Health.SILENT, ""),
                member("b", Health.SERVING, "leader"),
                member("c", Health.SERVING, "follower")));
    assertThat(new Titles(evidence).moved())
        .containsExactly(new Titles.Moved("member", "leader", List.of("a"), List.of("b")));
    assertThat(Symptoms.of(evidence, Calibration.standard()).list())
        .extracting(Symptom::sentence)
        .contains("the leader changed: another member is leader now");
  }

  @Test
  void titleThatNobodyHasAnyMore_hasMovedToNobody() {
    Evidence evidence =
        evidence(
            STEADY,
            List.of(
                member("a", Health.SILENT, ""),
                member("b", Health.SERVING, "follower"),
                member("c", Health.SERVING, "follower")));
    assertThat(new Titles(evidence).moved())
        .extracting(Titles.Moved::to)
        .containsExactly(List.<String>of());
  }

  @Test
  void whatMostAre_andWhatStays_hasNotMoved() {
    assertThat(new Titles(evidence(STEADY, STEADY)).moved()).isEmpty();
    assertThat(new Titles(evidence(STEADY, STEADY.subList(0, 1))).moved()).isEmpty();
  }
}
