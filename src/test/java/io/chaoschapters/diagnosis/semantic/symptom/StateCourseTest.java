package io.chaoschapters.diagnosis.semantic.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.evidence.Baseline;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.Evidence.CourseEvent;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateCourseTest {
  private static final int TAKEN = 8;
  private static final List<ComponentStatus> WELL =
      List.of(ComponentStatus.of("o", "oven", Health.SERVING, ""));

  private static Health seen(boolean violated, CourseEvent... course) {
    List<ViolationEvidence> violations = new ArrayList<>();
    violations.add(
        new ViolationEvidence("bread is fresh", "", null, violated, 0, 0, 1.0, null, "bread"));
    Evidence evidence =
        new Evidence(
            Instant.EPOCH.plusSeconds(TAKEN),
            WELL,
            violations,
            List.of(),
            List.of(),
            List.of(course),
            new Baseline(Instant.EPOCH, WELL, List.of()),
            new Glossary(
                List.of(
                    Term.of("cold oven", "The oven is cold."),
                    Term.of("stale bread", "The bread is old."))));
    return StateCourse.whileLost(evidence).components().get(0).health();
  }

  private static CourseEvent at(double seconds, String words) {
    return new CourseEvent(seconds, words);
  }

  private static CourseEvent silent(double seconds) {
    return at(seconds, "o accepts connections but does not answer");
  }

  @Test
  void backInTheLastObservation_countsAsLost() {
    assertThat(seen(true, silent(2), at(TAKEN, "o answers"))).isEqualTo(Health.SILENT);
  }

  @Test
  void backBefore_servesAgain() {
    assertThat(seen(true, silent(2), at(5, "o answers"))).isEqualTo(Health.SERVING);
  }

  /** What only shows when it is back is not a sign of its loss. */
  @Test
  void invariantThatIsOutOfBoundsSinceItIsBack_isNoSignOfItsLoss() {
    assertThat(
            seen(
                true,
                silent(2),
                at(TAKEN, "o answers"),
                at(TAKEN, "out of bounds: bread is fresh")))
        .isEqualTo(Health.SERVING);
  }

  @Test
  void nothingOutOfBounds_servesAgain() {
    assertThat(seen(false, silent(2), at(TAKEN, "o answers"))).isEqualTo(Health.SERVING);
  }
}
