package io.chaoschapters.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.answer.DiagnosisParser;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.subject.Glossary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Grades answers whose grade is known beforehand. */
class LabelledAnswersTest {
  private static final Glossary GLOSSARY = EvidenceCases.glossary("rate-limiter");

  record Labelled(String kind, String expect, Grade.Outcome outcome, String raw) {}

  static List<Labelled> answers() throws IOException {
    JsonNode root =
        new YAMLMapper()
            .readTree(
                LabelledAnswersTest.class.getResourceAsStream("/diagnosis/labelled-answers.yaml"));
    List<Labelled> answers = new ArrayList<>();
    root.forEach(
        a ->
            answers.add(
                new Labelled(
                    a.path("kind").asText(),
                    a.path("expect").asText(),
                    Grade.Outcome.valueOf(a.path("outcome").asText()),
                    a.path("raw").asText())));
    return answers;
  }

  @ParameterizedTest
  @MethodSource("answers")
  void labelledAnswer_isGradedAsItsLabel(Labelled labelled) {
    Diagnosis diagnosis =
        new DiagnosisParser(GLOSSARY).parse(Provenance.of("test", "1", 0, "", labelled.raw()));
    assertThat(grade(labelled.expect(), diagnosis))
        .as(diagnosis.mechanism())
        .extracting(Grade::outcome)
        .isEqualTo(labelled.outcome());
  }

  @Test
  void labelledSet_holdsAllKindsAndAtLeastAHundredAndFifty() throws IOException {
    assertThat(answers()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(answers().stream().map(Labelled::kind).distinct())
        .contains(
            "right",
            "synonym",
            "paraphrased",
            "symptom only",
            "wrong component",
            "over-blaming",
            "negated",
            "hedged",
            "empty",
            "broken",
            "prose before",
            "thinking",
            "one-line fence",
            "empty term",
            "negated before",
            "hedged before",
            "two answers");
    // What comes of an agent without an answer is tried with agents.
    assertThat(Stream.of(Grade.Outcome.values()).filter(o -> !o.isWithoutAnswer()))
        .allSatisfy(o -> assertThat(answers()).anyMatch(a -> a.outcome() == o));
  }

  private static Grade grade(String expect, Diagnosis diagnosis) {
    if (expect.equals("open")) {
      return DiagnosisGrader.isUnsureOrOther(diagnosis);
    }
    String[] parts = expect.split(" @ ");
    return parts.length == 2
        ? DiagnosisGrader.namesAt(diagnosis, parts[0], parts[1])
        : DiagnosisGrader.grade(diagnosis, expectation(expect));
  }

  private static Expectation expectation(String expect) {
    return switch (expect) {
      case "none" -> Expectation.nothing();
      case "other" -> new Expectation(Expectation.Kind.OTHER, List.of());
      case "unsure" -> new Expectation(Expectation.Kind.UNSURE, List.of());
      default ->
          Expectation.of(
              Arrays.stream(expect.split(" \\+ "))
                  .map(term -> GLOSSARY.find(term).orElseThrow())
                  .toList());
    };
  }
}
