package io.chaoschapters.chaos.experiment;

import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import io.chaoschapters.subject.file.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads which answer is the right one: a term or several, or one of the words for no term. */
final class ExpectReader {
  private final Subject<?> subject;

  ExpectReader(Subject<?> subject) {
    this.subject = subject;
  }

  Expectation read(Section expect) {
    List<String> texts = expect.texts(ExperimentKeys.ANOMALY);
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Optional<Term> term = subject.glossary().find(texts.get(i));
      if (term.isPresent()) {
        terms.add(term.get());
      } else if (texts.size() == 1 && isWord(texts.get(0))) {
        return new Expectation(kind(texts.get(0)), List.of());
      } else {
        unknown(expect, texts, i);
      }
    }
    return terms.isEmpty() ? Expectation.nothing() : Expectation.of(terms);
  }

  private void unknown(Section expect, List<String> texts, int i) {
    boolean single = expect.text(ExperimentKeys.ANOMALY) != null;
    List<String> known = new ArrayList<>(subject.glossary().names());
    if (texts.size() == 1) {
      known.addAll(words());
    }
    ExperimentBuilder.unknown(
        single ? expect : expect.child(ExperimentKeys.ANOMALY),
        single ? ExperimentKeys.ANOMALY : Integer.toString(i),
        "anomaly",
        texts.get(i),
        known);
  }

  private static boolean isWord(String text) {
    return words().contains(text);
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Expectation.Kind kind : Expectation.Kind.values()) {
      if (kind != Expectation.Kind.TERMS) {
        words.add(kind.name().toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static Expectation.Kind kind(String word) {
    return Expectation.Kind.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
