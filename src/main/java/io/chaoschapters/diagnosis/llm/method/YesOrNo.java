package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.llm.chat.Prompt;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Kind;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Part;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Role;
import io.chaoschapters.subject.Term;
import java.util.List;

/**
 * One question a definition: is this what was observed? What was observed comes first each time.
 */
final class YesOrNo implements Question {
  private static final Words WORDS =
      new Words(List.of(YesOrNoWord.YES, YesOrNoWord.NO), YesOrNoWord::in);

  @Override
  public boolean isEachByItself() {
    return true;
  }

  @Override
  public List<Double> ask(String observed, List<Term> terms, Asker asker) {
    return terms.stream()
        .map(term -> asker.ask(prompt(observed, term), WORDS))
        .map(next -> next.logProbability(YesOrNoWord.YES) - next.logProbability(YesOrNoWord.NO))
        .toList();
  }

  private static Prompt prompt(String observed, Term term) {
    return new Prompt(
        List.of(
            new Part(Role.SYSTEM, Kind.TEXT, CoreText.get("llm.likelihood.system")),
            new Part(Role.USER, Kind.TEXT, observed + CoreText.get("llm.yes-or-no.statement")),
            new Part(Role.USER, Kind.GLOSSARY, term.name() + ": " + term.definition()),
            new Part(Role.USER, Kind.TEXT, CoreText.get("llm.yes-or-no.ask"))),
        null);
  }
}
