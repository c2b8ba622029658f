package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.llm.chat.Prompt;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Kind;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Part;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Role;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One question with a letter for each definition. Models have favorite letters, so it is asked
 * twice, the second time with the definitions in reverse, and the logarithms are averaged. What was
 * observed comes first: the other way round, a small model has half forgotten the definitions.
 */
final class LetterChoiceQuestion implements Question {
  @Override
  public boolean isEachByItself() {
    return false;
  }

  @Override
  public List<Double> ask(String observed, List<Term> terms, Asker asker) {
    List<Term> reverse = reversed(terms);
    List<Double> forwards = once(observed, terms, asker);
    List<Double> backwards = reversed(once(observed, reverse, asker));
    List<Double> mean = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      mean.add((forwards.get(i) + backwards.get(i)) / 2);
    }
    return mean;
  }

  private static List<Double> once(String observed, List<Term> order, Asker asker) {
    NextWord next = asker.ask(prompt(observed, order), words(order.size()));
    List<Double> found = new ArrayList<>();
    for (int place = 0; place < order.size(); place++) {
      found.add(next.logProbability(letter(place)));
    }
    return found;
  }

  private static Words words(int count) {
    return new Words(
        IntStream.range(0, count).mapToObj(LetterChoiceQuestion::letter).toList(),
        answer -> ChosenLetter.in(answer, count));
  }

  private static Prompt prompt(String observed, List<Term> order) {
    StringBuilder choices = new StringBuilder();
    for (int place = 0; place < order.size(); place++) {
      Term term = order.get(place);
      choices.append(
          RootLocale.format("%s. %s: %s\n", letter(place), term.name(), term.definition()));
    }
    return new Prompt(
        List.of(
            new Part(Role.SYSTEM, Kind.TEXT, CoreText.get("llm.likelihood.system")),
            new Part(Role.USER, Kind.TEXT, observed + CoreText.get("llm.letters.choices")),
            new Part(Role.USER, Kind.GLOSSARY, choices.toString()),
            new Part(Role.USER, Kind.TEXT, CoreText.get("llm.letters.ask"))),
        null);
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }

  private static String letter(int place) {
    return Character.toString((char) ('A' + place));
  }
}
