package io.chaoschapters.diagnosis.llm.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chaoschapters.diagnosis.llm.chat.Likelihoods.Token;
import io.chaoschapters.diagnosis.llm.chat.Prompt;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Kind;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions that are answered by a model's probabilities. */
class QuestionTest {
  private static final List<Term> TERMS =
      List.of(
          Term.of("leak", "Water runs out."),
          Term.of("frost", "Water is ice."),
          Term.of("drought", "There is no water."));
  private static final Token A = new Token("A", Math.log(0.7));
  private static final Token B = new Token(" B", Math.log(0.2));

  private final List<Prompt> asked = new ArrayList<>();

  /** Gives the letter of one definition, whatever its place, 0.7, and the others 0.1 each. */
  private NextWord knowing(Prompt prompt, String right) {
    asked.add(prompt);
    String choices = prompt.of(Kind.GLOSSARY);
    List<Token> tokens = new ArrayList<>();
    for (String line : choices.split("\\R")) {
      double probability = line.contains(right) ? 0.7 : 0.1;
      tokens.add(new Token(line.substring(0, 1), Math.log(probability)));
    }
    return new NextWord(tokens);
  }

  @Test
  void word_countsInEveryCaseAndWithASpace() {
    NextWord next =
        new NextWord(
            List.of(
                new Token("Yes", Math.log(0.5)),
                new Token(" yes", Math.log(0.25)),
                new Token("No", Math.log(0.125))));
    assertThat(next.logProbability("yes")).isCloseTo(Math.log(0.75), within(1e-9));
    assertThat(next.logProbability("no")).isCloseTo(Math.log(0.125), within(1e-9));
    assertThat(next.logProbability("maybe")).isCloseTo(Math.log(0.125), within(1e-9));
  }

  @Test
  void modelWithAFavouriteLetter_prefersNoDefinition() {
    List<Term> two = TERMS.subList(0, 2);
    List<Double> scores =
        new LetterChoiceQuestion()
            .ask("Nothing.", two, (prompt, words) -> new NextWord(List.of(A, B)));
    assertThat(scores.get(0)).isCloseTo(scores.get(1), within(1e-9));
  }

  @Test
  void modelThatKnows_isHeardWhereverTheDefinitionStands() {
    List<Double> scores =
        new LetterChoiceQuestion()
            .ask("It is cold.", TERMS, (prompt, words) -> knowing(prompt, "frost"));
    assertThat(scores.get(1)).isCloseTo(Math.log(0.7), within(1e-9));
    assertThat(scores.get(0)).isCloseTo(Math.log(0.1), within(1e-9));
    assertThat(asked)
        .extracting(prompt -> prompt.of(Kind.GLOSSARY).substring(3, 7))
        .containsExactly("leak", "drou");
  }

  @Test
  void yesOrNo_asksAboutEachDefinitionAndWhatWasSeenComesFirst() {
    List<Double> scores =
        new YesOrNo()
            .ask(
                "It is cold.",
                TERMS,
                (prompt, words) -> {
                  asked.add(prompt);
                  boolean right = prompt.of(Kind.GLOSSARY).contains("frost");
                  return new NextWord(
                      List.of(
                          new Token("Yes", Math.log(right ? 0.9 : 0.3)),
                          new Token("No", Math.log(right ? 0.1 : 0.6))));
                });
    assertThat(scores.get(0)).isCloseTo(Math.log(0.5), within(1e-9));
    assertThat(scores.get(1)).isCloseTo(Math.log(9), within(1e-9));
    assertThat(asked).hasSize(3);
    assertThat(asked).allSatisfy(p -> assertThat(p.of(Kind.TEXT)).contains("It is cold."));
    String first = asked.get(0).text();
    String second = asked.get(1).text();
    int shared = first.indexOf("leak");
    assertThat(second).startsWith(first.substring(0, shared));
  }

  @Test
  void contrast_takesAwayWhatIsSaidAnywayAndAsksForItOnce() {
    Contrast contrast = new Contrast(new YesOrNo());
    Question.Asker asker =
        (prompt, words) -> {
          asked.add(prompt);
          boolean favourite = prompt.of(Kind.GLOSSARY).contains("leak");
          boolean right =
              prompt.of(Kind.GLOSSARY).contains("frost") && prompt.of(Kind.TEXT).contains("cold");
          return new NextWord(
              List.of(
                  new Token("yes", Math.log(favourite ? 0.8 : right ? 0.5 : 0.2)),
                  new Token("no", Math.log(0.2))));
        };
    List<Double> scores = contrast.ask("It is cold.", TERMS, asker);
    assertThat(scores.get(0)).isCloseTo(0, within(1e-9));
    assertThat(scores.get(1)).isCloseTo(Math.log(2.5), within(1e-9));
    assertThat(asked).hasSize(6);
    contrast.ask("It is wet.", List.of(TERMS.get(1), TERMS.get(0)), asker);
    assertThat(asked).hasSize(8);
    assertThat(contrast.ask(Changes.none(), TERMS, asker)).containsOnly(0.0);
  }
}
