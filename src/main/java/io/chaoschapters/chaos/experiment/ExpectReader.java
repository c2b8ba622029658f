package io.chaoschapters.chaos.experiment;

import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import io.chaoschapters.subject.file.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads which answer is the right one: a term or several, or one of the words for no term. */
final class ExpectReader {
  private final Subject<?> subject;

  ExpectReader(Subject<?> subject) {
    this.subject = subject;
  }

  Expectation read(Section expect) {
    Expectation first = answer(expect);
    List<String> others = expect.texts(ExperimentKeys.OR);
    if (others.isEmpty()) {
      return first;
    }
    List<Expectation> or = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      Optional<Expectation> other = one(others.get(i));
      if (other.isEmpty()) {
        unknown(expect, ExperimentKeys.OR, others, i);
      }
      other.ifPresent(or::add);
    }
    if (Stream.concat(Stream.of(first), or.stream())
        .anyMatch(answer -> answer.kind() == Expectation.Kind.NONE)) {
      expect.wrong(
          ExperimentKeys.OR,
          "'or': that nothing is wrong and that something is cannot both be right; leave out 'none' or the key.");
    }
    return first.or(or);
  }

  /** What has to be named together, or one of the words for no term. */
  private Expectation answer(Section expect) {
    List<String> texts = expect.texts(ExperimentKeys.ANOMALY);
    if (texts.size() == 1) {
      Optional<Expectation> only = one(texts.get(0));
      if (only.isPresent()) {
        return only.get();
      }
    }
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Optional<Term> term = subject.glossary().find(texts.get(i));
      term.ifPresent(terms::add);
      if (term.isEmpty()) {
        unknown(expect, ExperimentKeys.ANOMALY, texts, i);
      }
    }
    return terms.isEmpty() ? Expectation.nothing() : Expectation.of(terms);
  }

  private Optional<Expectation> one(String text) {
    Optional<Expectation> term =
        subject.glossary().find(text).map(found -> Expectation.of(List.of(found)));
    return term.isPresent() || !isWord(text)
        ? term
        : Optional.of(new Expectation(kind(text), List.of()));
  }

  private void unknown(Section expect, String key, List<String> texts, int i) {
    boolean single = expect.text(key) != null;
    List<String> known = new ArrayList<>(subject.glossary().names());
    if (texts.size() == 1 || key.equals(ExperimentKeys.OR)) {
      known.addAll(words());
    }
    ExperimentBuilder.unknown(
        single ? expect : expect.child(key),
        single ? key : Integer.toString(i),
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
