package io.chaoschapters.diagnosis.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.Alternative;
import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.NamedAnomaly;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.answer.DiagnosisParser;
import io.chaoschapters.diagnosis.answer.Grounding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiagnosisAssertTest {
  private static Diagnosis answer(Verdict verdict, @Nullable String term) {
    return naming(verdict, term == null ? List.of() : List.of(term));
  }

  private static Diagnosis naming(Verdict verdict, List<String> terms) {
    return new Diagnosis(
        verdict,
        terms.stream().map(term -> NamedAnomaly.of(term).at("node-2")).toList(),
        null,
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

  /** Each alone is right; both together are more than there is. */
  @Test
  void eitherOfTwo_isRightAndBothAreNot() {
    DiagnosisAssert.assertThat(answer(Verdict.ANOMALY, "count divergence"))
        .namesEither("node down", "counter drift");
    assertThatThrownBy(
            () ->
                DiagnosisAssert.assertThat(
                        naming(Verdict.ANOMALY, List.of("node down", "counter drift")))
                    .namesEither("node down", "counter drift"))
        .hasMessageContainingAll("expected: node down or counter drift", "OVER_BLAMED");
    assertThatThrownBy(
            () ->
                DiagnosisAssert.assertThat(answer(Verdict.ANOMALY, "clock skew"))
                    .namesEither("node down", "counter drift"))
        .hasMessageContaining("WRONG_TERM");
  }

  @Test
  void expectationWithAlternatives_isGradedAsSuch() {
    Expectation either =
        Expectation.parse("node down or other", EvidenceCases.glossary("rate-limiter"))
            .orElseThrow();

    assertThat(DiagnosisGrader.grade(answer(Verdict.ANOMALY, "node down"), either).isRight())
        .isTrue();
    assertThat(DiagnosisGrader.grade(answer(Verdict.ANOMALY, Diagnosis.OTHER), either).isRight())
        .isTrue();
    assertThat(DiagnosisGrader.grade(answer(Verdict.UNSURE, null), either).outcome())
        .isEqualTo(Grade.Outcome.UNSURE);
    assertThat(DiagnosisGrader.grade(answer(Verdict.NONE, null), either).outcome())
        .isEqualTo(Grade.Outcome.MISSED);
  }

  @Test
  void severalTerms_areEachReadGroundedAndGradedWithTheirComponents() {
    Diagnosis two =
        read(
            """
            {"verdict": "anomaly", "mechanism": "both", "confidence": 0.8, "component": "node-1",
             "term": [{"term": "node down", "component": "node-2",
                       "evidence": [{"source": "node-2", "value": "refuses"}]}, "clock skew"]}
            """);

    assertThat(two.anomalies())
        .containsExactly(
            new NamedAnomaly("node down", "node-2", List.of(Citation.of("node-2", "refuses"))),
            new NamedAnomaly("clock skew", "node-1", List.of()));
    assertThat(two.component()).as("they differ").isNull();
    assertThat(two.headline()).isEqualTo("node down, at node-2 and clock skew, at node-1");
    DiagnosisAssert.assertThat(two)
        .names("clock skew", "node down")
        .namesAt(Map.of("clock skew", "node-1", "node down", "node-2"));
    assertThatThrownBy(
            () ->
                DiagnosisAssert.assertThat(two)
                    .namesAt(Map.of("clock skew", "node-2", "node down", "node-2")))
        .hasMessageContainingAll(
            "expected: clock skew, at node-2 and node down, at node-2", "WRONG_COMPONENT");
    assertThatThrownBy(() -> DiagnosisAssert.assertThat(two).namesAt("node down", "node-2"))
        .hasMessageContaining("OVER_BLAMED");
    assertThat(
            new Grounding(EvidenceCases.of("rate-limiter").get(0).evidence())
                .check(two)
                .anomalies()
                .get(0)
                .symptoms()
                .get(0)
                .grounded())
        .isTrue();
  }

  @Test
  void oneComponentOfAllTerms_isSaidOnce() {
    Diagnosis two =
        read(
            """
            {"verdict": "anomaly", "mechanism": "both", "confidence": 0.8, "component": "node-1",
             "term": "node down and clock skew"}
            """);

    assertThat(two.headline()).isEqualTo("node down and clock skew, at node-1");
    assertThat(two.component()).isEqualTo("node-1");
  }

  private static Diagnosis read(String answer) {
    return new DiagnosisParser(EvidenceCases.glossary("rate-limiter"))
        .parse(Provenance.of("test", "1", 0, "", answer));
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
