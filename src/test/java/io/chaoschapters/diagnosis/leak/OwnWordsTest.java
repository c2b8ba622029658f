package io.chaoschapters.diagnosis.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.evidence.Baseline;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.Evidence.CourseEvent;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Term;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnWordsTest {
  private static final Glossary GLOSSARY =
      new Glossary(
          List.of(
              Term.of("slow disk", "Syncs take too long.", "disk latency"),
              Term.of("leader change", "Another leads.")));

  private static Evidence evidence(String line, String detail, String statement) {
    List<ComponentStatus> components =
        List.of(ComponentStatus.of("etcd-1", "member", Health.SERVING, detail));
    return new Evidence(
        Instant.EPOCH.plusSeconds(5),
        components,
        List.of(new ViolationEvidence(statement, "", null, true, 1, 1, null, 0.0, statement)),
        List.of(),
        List.of(new LogEvidence("etcd-1", line, 1, true)),
        List.of(new CourseEvent(1, "etcd-1 prints: " + line)),
        new Baseline(Instant.EPOCH, components, List.of()),
        GLOSSARY);
  }

  private static void require(Evidence evidence, String... forbidden) {
    LeakCheck.of(evidence, new ForbiddenPhrases(List.of(forbidden), List.of()))
        .requireNone(evidence);
  }

  @Test
  void termInTheSystemsOwnLog_isEvidenceAndNoLeak() {
    Evidence evidence = evidence("took too long, likely from slow disk", "", "syncs are quick");
    assertThatCode(() -> require(evidence)).doesNotThrowAnyException();
    assertThat(OwnWords.terms(evidence)).containsExactly("slow disk");
  }

  @Test
  void termInWhatAComponentSays_isEvidence_byItsNameInTheGlossary() {
    Evidence evidence = evidence("fine", "alarm: disk-latency", "syncs are quick");
    assertThatCode(() -> require(evidence)).doesNotThrowAnyException();
    assertThat(OwnWords.terms(evidence)).containsExactly("slow disk");
  }

  @Test
  void termThatTheSubjectWorded_isALeak_thoughTheSystemSaysItToo() {
    Evidence evidence = evidence("likely from slow disk", "", "there is no slow disk");
    assertThatThrownBy(() -> require(evidence))
        .isInstanceOf(LeakException.class)
        .hasMessageContaining("slow disk");
  }

  @Test
  void nameOfTheExperiment_isALeakWhereverItStands() {
    Evidence evidence = evidence("fill-the-disk began", "", "syncs are quick");
    assertThatThrownBy(() -> require(evidence, "fill-the-disk")).isInstanceOf(LeakException.class);
  }

  @Test
  void anotherTermThanTheSystemSays_isALeakInAPrompt() {
    Evidence evidence = evidence("likely from slow disk", "", "syncs are quick");
    LeakCheck check = LeakCheck.of(evidence, ForbiddenPhrases.none());
    assertThat(check.check("it was a slow disk", "")).isEmpty();
    assertThat(check.check("it was a leader change", "")).hasSize(1);
  }

  @Test
  void masked_saysTheSameWithoutTheTerm() {
    Evidence masked =
        OwnWords.masked(evidence("likely from slow disk", "disk latency", "syncs are quick"));
    assertThat(OwnWords.terms(masked)).isEmpty();
    assertThat(masked.log().get(0).text()).isEqualTo("likely from <term>");
    assertThat(masked.components().get(0).detail()).isEqualTo("<term>");
    assertThat(masked.course().get(0).words()).endsWith("likely from <term>");
  }
}
