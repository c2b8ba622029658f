package io.chaoschapters.diagnosis.semantic.term;

import io.chaoschapters.diagnosis.semantic.symptom.Surges;
import io.chaoschapters.diagnosis.semantic.words.Words;
import io.chaoschapters.subject.Term;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Terms that say that far more of some work comes in than usual.
 *
 * <p>More than can be handled is another thing: where nothing is out of bounds, it was handled.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Surging {
  /** Work of any kind. */
  private static final String ANY =
      "traffic|demand|load|requests?|calls?|clients?|users?|customers?|visitors?|callers?|work|"
          + "crowds?";

  private static final String WORK =
      "(?:"
          + ANY
          + "|quer(?:y|ies)|transactions?|messages?|orders?|jobs?|lookups?|search(?:es)?|writes?|"
          + "reads?|connections?|e?mails?|packets?|events?)";

  private static final Pattern SURGE =
      any(
          "\\b(?:more|(?:times|fold)\\b[^.]{0,12}\\b(?:the|as (?:many|much)|more|what)|multiple of|"
              + "far (?:above|beyond)|exceed\\w*|above (?:the|what is))\\b[^.]{0,40}\\b"
              + "(?:usual|usually|normal|normally|ordinary|average|typical|planned|expected|"
              + "foreseen|before|ever|other (?:days|times))\\b|\\b"
              + WORK
              + " (?:surge|spike|flood|rush|burst|wave|peak|storm)\\b|"
              + "\\b(?:surge|spike|flood|rush|burst|wave|peak|deluge|onslaught) (?:of|in) "
              + "(?:(?:new|incoming|legitimate|client|user) )?"
              + WORK
              + "\\b|\\b(?:flash|sudden) (?:crowd|rush|demand)\\b");

  private static final Pattern OF_ANY = any("\\b(?:" + ANY + ")\\b");
  private static final Pattern OF_WORK = any("\\b" + WORK + "\\b|\\boperations?\\b");

  private static final Pattern HANDLED =
      any(
          "\\b(?:than|as)\\b[^.]{0,40}\\b(?:can|could|able|capacity|room|allow\\w*|limit\\w*|share|built|sized|designed|meant)\\b");

  /** Not at "as", which stands in "as many as usual". */
  private static final Pattern PARTS = Pattern.compile("[.,;:!?]\\s+");

  private Surging() {}

  private static Pattern any(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /**
   * Whether a term says it of work in general, or of the very work that a number is about.
   *
   * @param numbers what the numbers are about that rose
   */
  public static boolean isOf(Term term, List<String> numbers) {
    return numbers.stream().anyMatch(number -> isOf(term, number));
  }

  private static boolean isOf(Term term, String number) {
    return !HANDLED.matcher(term.definition()).find()
        && Stream.concat(
                Stream.concat(Stream.of(term.name()), term.synonyms().stream()),
                PARTS.splitAsStream(term.definition()))
            .filter(part -> SURGE.matcher(part).find() && !Surges.isFailing(part))
            .anyMatch(part -> isOfSame(part, number));
  }

  private static boolean isOfSame(String part, String number) {
    Set<String> stems = Words.distinctStems(number);
    return OF_WORK.matcher(number).find()
        && (OF_ANY.matcher(part).find()
            || OF_WORK
                .matcher(part)
                .results()
                .anyMatch(work -> stems.containsAll(Words.distinctStems(work.group()))));
  }
}
