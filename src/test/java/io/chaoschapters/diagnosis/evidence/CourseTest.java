package io.chaoschapters.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.evidence.Evidence.CourseEvent;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.diagnosis.leak.LeakException;
import io.chaoschapters.monitor.Violation;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final Instant STEADY = Instant.EPOCH;
  private static final Invariant SAME =
      Invariant.ofSystem(
          "same",
          "the leader stays the same",
          "",
          observation -> Measurement.of(Reading.of(1.0), Bound.atMost(0)));

  private static Observation at(double seconds, ComponentStatus... components) {
    return new Observation(after(seconds), List.of(components), Map.of());
  }

  private static Instant after(double seconds) {
    return STEADY.plusMillis((long) (1000 * seconds));
  }

  private static ComponentStatus member(String id, Health health, String detail) {
    return ComponentStatus.of(id, "member", health, detail);
  }

  private static Evidence evidence() {
    Observation steady =
        at(0, member("a", Health.SERVING, "leader"), member("b", Health.SERVING, "follower"));
    List<Observation> since =
        List.of(
            at(1, member("a", Health.SERVING, "leader"), member("b", Health.SERVING, "follower")),
            at(2, member("a", Health.SILENT, ""), member("b", Health.SERVING, "follower")),
            at(3.5, member("a", Health.SILENT, ""), member("b", Health.SERVING, "leader")));
    Violation changed = new Violation(SAME, null, after(3.6), after(9), 1, 1, Bound.atMost(0));
    List<LogLine> known = List.of(new LogLine(STEADY, "b", "tick 1"));
    List<LogLine> log =
        List.of(
            new LogLine(after(0.5), "b", "tick 2"),
            new LogLine(after(3), "b", "starting an election at term 7"),
            new LogLine(after(3.2), "b", "starting an election at term 8"));
    return new EvidenceCollector(
            new Glossary(List.of(Term.of("leader change", "x"), Term.of("member stalled", "y"))),
            List.of(),
            steady,
            known)
        .collect(since, List.of(changed), log, 1);
  }

  @Test
  void course_tellsWhatCameFirst_eachOnce() {
    assertThat(evidence().course())
        .containsExactly(
            new CourseEvent(2, "a accepts connections but does not answer"),
            new CourseEvent(3, "b prints: starting an election at term 7"),
            new CourseEvent(3.5, "b: leader"),
            new CourseEvent(3.6, "out of bounds: the leader stays the same"),
            new CourseEvent(9, "in bounds again: the leader stays the same"));
  }

  @Test
  void everyDiagnoser_isShownIt() {
    assertThat(EvidenceText.observed(evidence()))
        .contains(
            "## Course of events since the steady state, oldest first\n"
                + "- +2.0 s a accepts connections but does not answer\n");
  }

  @Test
  void savedEvidence_keepsIt_andReadsWithoutIt() {
    Evidence evidence = evidence();
    String text = EvidenceJson.text(evidence);
    assertThat(EvidenceJson.parse(text, "saved").course()).isEqualTo(evidence.course());
    String older = text.replaceFirst("(?s)\"course\" : \\[.*?\\],\\s*", "");
    assertThat(older).doesNotContain("course");
    Evidence read = EvidenceJson.parse(older, "older");
    assertThat(read.course()).isEmpty();
    assertThat(EvidenceText.observed(read)).doesNotContain("Course of events");
  }

  @Test
  void courseThatGivesTheAnswerAway_isALeak() {
    LeakCheck leaks = new LeakCheck(evidence().glossary(), List.of("starting an election"));
    Evidence evidence = evidence();
    Evidence withoutLog =
        new Evidence(
            evidence.takenAt(),
            evidence.components(),
            evidence.violations(),
            evidence.signals(),
            List.of(),
            evidence.course(),
            evidence.baseline(),
            evidence.glossary());
    assertThatThrownBy(() -> leaks.requireNone(withoutLog)).isInstanceOf(LeakException.class);
  }

  @Test
  void manyEvents_keepTheFirst() {
    List<Observation> flapping = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      flapping.add(at(i, member("a", i % 2 == 0 ? Health.SERVING : Health.SILENT, "")));
    }
    List<CourseEvent> course =
        Course.of(
            at(0, member("a", Health.SERVING, "")), flapping, List.of(), List.of(), List.of());
    assertThat(course).hasSize(Course.MOST);
    assertThat(course.get(0).seconds()).isEqualTo(1);
  }
}
