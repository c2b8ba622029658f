package io.chaoschapters.diagnosis.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.grading.DiagnosisAssert;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A diagnoser that knows nothing must not get through the assertions that chapters use. */
class BaselinesTest {
  /** A baseline that reached this would make the assertions worthless. */
  private static final double FOR_GOOD = 0.6;

  static Stream<Arguments> baselinesAndSystems() {
    return EvidenceCases.SYSTEMS.stream()
        .flatMap(
            system -> {
              List<EvidenceCase> cases = EvidenceCases.of(system);
              List<String> expected =
                  cases.stream().filter(EvidenceCase::isFault).map(EvidenceCase::expect).toList();
              return Stream.concat(
                      Baselines.of(expected, 42).stream(),
                      Stream.of(Baselines.mostCommonTerm(expected.subList(0, 1))))
                  .map(baseline -> Arguments.of(baseline, system));
            });
  }

  @ParameterizedTest
  @MethodSource("baselinesAndSystems")
  void trivialBaseline_failsTheAssertionsOfASystem(Diagnoser baseline, String system) {
    List<EvidenceCase> cases = EvidenceCases.of(system);
    assertThatThrownBy(() -> cases.forEach(c -> require(baseline, c)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected:")
        .hasMessageContaining("answered:");
    double right = cases.stream().filter(c -> c.grade(ask(baseline, c)).isRight()).count();
    assertThat(right / cases.size()).as("share of right answers").isLessThan(FOR_GOOD);
  }

  private static void require(Diagnoser diagnoser, EvidenceCase c) {
    DiagnosisAssert answer = DiagnosisAssert.assertThat(ask(diagnoser, c));
    if (c.isControl()) {
      answer.findsNoAnomaly();
    } else if (c.isOpen()) {
      answer.isUnsureOrOther();
    } else {
      answer.names(c.expect());
    }
  }

  private static Diagnosis ask(Diagnoser diagnoser, EvidenceCase c) {
    return diagnoser.diagnose(Inquiry.about(c.evidence(), text -> {}));
  }
}
