package io.chaoschapters.check;

import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares texts by the words that they have in common; endings and little words do not count. */
final class Wording {
  /** Two definitions with this share of words in common mean the same to a reader. */
  private static final double NEARLY_SAME = 0.8;

  private static final int SHORTEST = 4;
  private static final int STEM = 5;
  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Wording() {}

  /** The words that two definitions do not share, when that is nearly none of them. */
  static Set<String> difference(Term one, Term other) {
    Set<String> first = all(one.definition());
    Set<String> second = all(other.definition());
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    Set<String> different = new TreeSet<>(first);
    different.addAll(second);
    int together = different.size();
    different.removeAll(both);
    return together > 0 && both.size() >= NEARLY_SAME * together ? different : Set.of();
  }

  /** Whether a definition shares a word with anything that the subject lets be observed. */
  static boolean isObservable(Term term, Subject<?> subject) {
    Set<String> seen =
        Stream.of(
                subject.signals().stream().map(s -> s.label() + " " + s.description()),
                subject.invariants().stream().map(invariant -> invariant.statement()),
                Arrays.stream(Health.values()).flatMap(health -> health.wordings().stream()))
            .flatMap(texts -> texts)
            .flatMap(Wording::stems)
            .collect(Collectors.toSet());
    return stems(term.definition()).anyMatch(seen::contains);
  }

  private static Set<String> all(String text) {
    return BREAK
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Stream<String> stems(String text) {
    return BREAK
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() >= SHORTEST)
        .map(word -> word.substring(0, Math.min(STEM, word.length())));
  }
}
