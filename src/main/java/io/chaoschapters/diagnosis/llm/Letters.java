package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.diagnosis.CoreText;
import io.chaoschapters.diagnosis.llm.Prompt.Kind;
import io.chaoschapters.diagnosis.llm.Prompt.Part;
import io.chaoschapters.diagnosis.llm.Prompt.Role;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One question with a letter for each definition. Models have favourite letters, so it is asked
 * several times, each time with the definitions moved on, and the logarithms are averaged.
 */
final class Letters implements Question {
  private final int rotations;

  /** Asks this many times at most; more often than there are definitions makes no sense. */
  Letters(int rotations) {
    this.rotations = rotations;
  }

  @Override
  public boolean isEachByItself() {
    return false;
  }

  @Override
  public List<Double> ask(String observed, List<Term> terms, Asker asker) {
    int times = Math.min(rotations, terms.size());
    double[] sums = new double[terms.size()];
    for (int time = 0; time < times; time++) {
      int moved = time * terms.size() / times;
      List<Term> order = new ArrayList<>(terms);
      Collections.rotate(order, -moved);
      NextWord next = asker.ask(prompt(observed, order));
      for (int place = 0; place < order.size(); place++) {
        sums[(place + moved) % terms.size()] += next.logProbability(letter(place)) / times;
      }
    }
    return Arrays.stream(sums).boxed().toList();
  }

  private static Prompt prompt(String observed, List<Term> order) {
    StringBuilder choices = new StringBuilder();
    for (int place = 0; place < order.size(); place++) {
      Term term = order.get(place);
      choices.append("%s. %s: %s%n".formatted(letter(place), term.name(), term.definition()));
    }
    return new Prompt(
        List.of(
            new Part(Role.SYSTEM, Kind.TEXT, CoreText.get("llm.likelihood.system")),
            new Part(Role.USER, Kind.TEXT, observed + CoreText.get("llm.letters.choices")),
            new Part(Role.USER, Kind.GLOSSARY, choices.toString()),
            new Part(Role.USER, Kind.TEXT, CoreText.get("llm.letters.ask"))),
        null);
  }

  private static String letter(int place) {
    return Character.toString((char) ('A' + place));
  }
}
