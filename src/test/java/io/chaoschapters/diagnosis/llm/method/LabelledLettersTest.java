package io.chaoschapters.diagnosis.llm.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads what models write in place of a letter, where the letter is known beforehand. */
class LabelledLettersTest {
  record Labelled(String kind, int of, String reads, String raw) {}

  static List<Labelled> answers() throws IOException {
    JsonNode root =
        new YAMLMapper()
            .readTree(
                LabelledLettersTest.class.getResourceAsStream("/diagnosis/labelled-letters.yaml"));
    List<Labelled> answers = new ArrayList<>();
    root.forEach(
        a ->
            answers.add(
                new Labelled(
                    a.path("kind").asText(),
                    a.path("of").asInt(),
                    a.path("reads").asText(),
                    a.path("raw").asText())));
    return answers;
  }

  @ParameterizedTest
  @MethodSource("answers")
  void labelledAnswer_isReadAsItsLabel(Labelled labelled) {
    assertThat(ChosenLetter.in(labelled.raw(), labelled.of()).orElse(""))
        .isEqualTo(labelled.reads());
  }

  @Test
  void labelledSet_holdsAllKinds() throws IOException {
    assertThat(answers()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(answers().stream().map(Labelled::kind).distinct())
        .contains(
            "alone",
            "sentence",
            "letter first",
            "other language",
            "article",
            "no letter",
            "negated",
            "hedged",
            "several",
            "one denied, one chosen");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes | yes",
        "Yes. | yes",
        "**No** | no",
        "No, the store answers. | no",
        "Yes, no store answers. | yes",
        "<think>no, no</think>Yes | yes",
        "The answer is yes. | yes",
        "The answer is no. | no",
        "Yes and no. | ''",
        "Yes. No, wait. | ''",
        "Yes? | ''",
        "Yes, maybe. | ''",
        "Perhaps yes. | ''",
        "It is not a yes. | ''",
        "I cannot tell. | ''",
        "Nothing is wrong. | ''",
        "'' | ''",
      })
  void yesOrNo_isReadUnlessItIsTakenBack(String raw, String reads) {
    assertThat(YesOrNoWord.in(raw).orElse("")).isEqualTo(reads);
  }

  @Test
  @Timeout(20)
  void endlessAnswer_isReadInTimeOrNotAtAll() {
    for (String piece : List.of("B ", "answer : ", "not ", "((", "n't", "\\boxed{", "<think>")) {
      for (int times : List.of(1_000, 100_000)) {
        assertThat(ChosenLetter.in(piece.repeat(times), 4).orElse("B")).isEqualTo("B");
        assertThat(YesOrNoWord.in(piece.repeat(times))).isEmpty();
      }
    }
  }
}
