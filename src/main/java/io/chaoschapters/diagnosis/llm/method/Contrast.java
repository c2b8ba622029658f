package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much more speaks for each definition than would if the system were in its steady state. Small
 * models have favorites among definitions whatever they are shown; what they would say anyway is
 * taken away here. It depends on the definitions alone, so it is asked once and kept.
 */
final class Contrast implements Question {
  private static final int MOST_KEPT = 2_000;

  private final Question question;
  private final Map<List<Term>, List<Double>> anyway =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Term>, List<Double>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  Contrast(Question question) {
    this.question = question;
  }

  @Override
  public boolean isEachByItself() {
    return question.isEachByItself();
  }

  @Override
  public List<Double> ask(String observed, List<Term> terms, Asker asker) {
    List<Double> seen = question.ask(observed, terms, asker);
    List<Double> usual =
        question.isEachByItself()
            ? terms.stream().map(term -> anyway(List.of(term), asker).get(0)).toList()
            : anyway(terms, asker);
    List<Double> more = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      more.add(seen.get(i) - usual.get(i));
    }
    return more;
  }

  private synchronized List<Double> anyway(List<Term> terms, Asker asker) {
    List<Double> known = anyway.get(terms);
    if (known == null) {
      known = question.ask(Changes.none(), terms, asker);
      anyway.put(List.copyOf(terms), known);
    }
    return known;
  }
}
