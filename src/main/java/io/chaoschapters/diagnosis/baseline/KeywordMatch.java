package io.chaoschapters.diagnosis.baseline;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.subject.Term;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the term that has most words in common with the violations; none without violations. */
final class KeywordMatch extends BaselineDiagnoser {
  KeywordMatch() {
    super("keyword-match", KeywordMatch::choose);
  }

  private static Optional<String> choose(Evidence evidence) {
    Set<String> seen =
        words(
            evidence.violations().stream()
                .map(ViolationEvidence::sentence)
                .collect(Collectors.joining(" ")));
    return seen.isEmpty()
        ? Optional.empty()
        : evidence.glossary().terms().stream()
            .max(Comparator.comparingLong(term -> common(term, seen)))
            .map(Term::name);
  }

  private static long common(Term term, Set<String> seen) {
    return words(term.name() + " " + term.definition()).stream().filter(seen::contains).count();
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\W+")));
    words.removeIf(word -> word.length() < 4);
    return words;
  }
}
