package io.chaoschapters.diagnosis.leak;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.subject.Glossary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Looks for the answer in what a diagnoser is about to be shown.
 *
 * <p>A phrase is found whatever its case and however its words are joined: by spaces, hyphens,
 * underscores or not at all.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LeakCheck {
  private static final int AROUND = 30;
  private static final Pattern CAMEL =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[^\\p{L}\\p{N}]+");

  private final Map<String, Pattern> terms;
  private final Map<String, Pattern> allTerms;
  private final Map<String, Pattern> forbidden;
  private final Map<String, Pattern> outsideGlossary;

  /**
   * Makes a check.
   *
   * @param glossary its terms and synonyms may stand in the glossary block and nowhere else
   * @param forbidden what may stand nowhere: names of experiments and faults, a chapter's title,
   *     names and sentences; one that is a term itself counts as a term
   */
  public LeakCheck(Glossary glossary, Collection<String> forbidden) {
    this(glossary, new ForbiddenPhrases(List.copyOf(forbidden), List.of()));
  }

  /**
   * Makes a check.
   *
   * @param glossary its terms and synonyms may stand in the glossary block and nowhere else
   * @param forbidden what else may not be shown; one that is a term itself counts as a term
   */
  public LeakCheck(Glossary glossary, ForbiddenPhrases forbidden) {
    this(glossary, forbidden, Set.of());
  }

  private LeakCheck(Glossary glossary, ForbiddenPhrases forbidden, Set<String> said) {
    this.allTerms = patterns(OwnWords.names(glossary));
    this.terms = new LinkedHashMap<>(allTerms);
    this.terms.keySet().removeAll(said);
    this.forbidden = patterns(withoutTerms(forbidden.anywhere(), glossary));
    this.outsideGlossary = patterns(withoutTerms(forbidden.outsideGlossary(), glossary));
  }

  /**
   * Makes a check of what is shown about a piece of evidence: a term that the system itself says is
   * no leak.
   */
  public static LeakCheck of(Evidence evidence, ForbiddenPhrases forbidden) {
    return new LeakCheck(evidence.glossary(), forbidden, OwnWords.phrases(evidence));
  }

  private static List<String> withoutTerms(List<String> phrases, Glossary glossary) {
    return phrases.stream().filter(phrase -> glossary.find(phrase).isEmpty()).toList();
  }

  /**
   * Checks a text.
   *
   * @param text all that is shown but the glossary
   * @param glossaryBlock the terms and definitions as they are shown
   * @return the leaks; empty when there is none
   */
  public List<Leak> check(String text, String glossaryBlock) {
    List<Leak> leaks = new ArrayList<>();
    terms.forEach((phrase, pattern) -> find(phrase, pattern, text, leaks));
    outsideGlossary.forEach((phrase, pattern) -> find(phrase, pattern, text, leaks));
    forbidden.forEach(
        (phrase, pattern) -> {
          find(phrase, pattern, text, leaks);
          find(phrase, pattern, glossaryBlock, leaks);
        });
    return List.copyOf(leaks);
  }

  /**
   * Checks a text, so that one with a leak is never shown to a diagnoser.
   *
   * @throws LeakException when it gives the answer away
   */
  public void requireNone(String text, String glossaryBlock) {
    List<Leak> found = check(text, glossaryBlock);
    if (!found.isEmpty()) {
      throw new LeakException(found);
    }
  }

  /**
   * Checks evidence as every diagnoser is shown it.
   *
   * @throws LeakException when it gives the answer away
   */
  public void requireNone(Evidence evidence) {
    requireNone(EvidenceText.observed(evidence), EvidenceText.glossary(evidence.glossary()));
    String worded = EvidenceText.observed(OwnWords.without(evidence));
    List<Leak> leaks = new ArrayList<>();
    allTerms.forEach((phrase, pattern) -> find(phrase, pattern, worded, leaks));
    if (!leaks.isEmpty()) {
      throw new LeakException(leaks);
    }
  }

  public static Map<String, Pattern> patterns(Collection<String> phrases) {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    for (String phrase : phrases) {
      String words =
          CAMEL
              .splitAsStream(phrase)
              .filter(word -> !word.isEmpty())
              .map(Pattern::quote)
              .collect(Collectors.joining("[^\\p{L}\\p{N}]*"));
      if (!words.isEmpty()) {
        patterns.put(
            phrase,
            Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
      }
    }
    return patterns;
  }

  private static void find(String phrase, Pattern pattern, String text, List<Leak> leaks) {
    Matcher matcher = pattern.matcher(text);
    if (matcher.find()) {
      int from = Math.max(0, matcher.start() - AROUND);
      int to = Math.min(text.length(), matcher.end() + AROUND);
      leaks.add(new Leak(phrase, text.substring(from, to).replaceAll("\\s+", " ").strip()));
    }
  }
}
