package io.chaoschapters.diagnosis.grading;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.Alternative;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiagnosisAssertTest {
  private static Diagnosis answer(Verdict verdict, @Nullable String term) {
    return new Diagnosis(
        verdict,
        term == null ? List.of() : List.of(term),
        null,
        "node-2",
        "because of what was seen",
        List.of(),
        List.of(new Alternative("clock skew", "no clock differs", 0.31)),
        0.7,
        "",
        EvidenceCases.glossary("rate-limiter"),
        Provenance.of("test", "1", 0, "", ""));
  }

  @Test
  void rightAnswers_pass() {
    DiagnosisAssert.assertThat(answer(Verdict.ANOMALY, "count divergence")).names("counter drift");
    DiagnosisAssert.assertThat(answer(Verdict.ANOMALY, "node down")).namesAt("node down", "node-2");
    DiagnosisAssert.assertThat(answer(Verdict.NONE, null)).findsNoAnomaly();
    DiagnosisAssert.assertThat(answer(Verdict.UNSURE, null)).isUnsureOrOther();
    DiagnosisAssert.assertThat(answer(Verdict.ANOMALY, Diagnosis.OTHER)).isUnsureOrOther();
  }

  @Test
  void wrongTerm_failsWithBothSideBySide() {
    assertThatThrownBy(
            () ->
                DiagnosisAssert.assertThat(answer(Verdict.ANOMALY, "node down"))
                    .names("counter drift"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "expected: counter drift",
            "answered: node down, at node-2 (confidence 0.7, by test)",
            "WRONG_TERM",
            "because of what was seen",
            "clock skew 0.31");
  }

  @Test
  void otherVerdicts_fail() {
    assertThatThrownBy(
            () -> DiagnosisAssert.assertThat(answer(Verdict.NONE, null)).names("node down"))
        .hasMessageContaining("MISSED");
    assertThatThrownBy(
            () -> DiagnosisAssert.assertThat(answer(Verdict.ANOMALY, "node down")).findsNoAnomaly())
        .hasMessageContaining("FALSE_ALARM");
    assertThatThrownBy(
            () -> DiagnosisAssert.assertThat(answer(Verdict.UNSURE, null)).findsNoAnomaly())
        .hasMessageContaining("UNSURE");
    assertThatThrownBy(
            () -> DiagnosisAssert.assertThat(answer(Verdict.NONE, null)).isUnsureOrOther())
        .hasMessageContaining("MISSED");
  }

  @Test
  void expectedTermThatTheGlossaryLacks_isAnErrorOfTheTest() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DiagnosisAssert.assertThat(answer(Verdict.NONE, null)).names("ghost alowing"))
        .withMessageStartingWith("No term 'ghost alowing' in the glossary (known: clock skew, ");
  }
}
