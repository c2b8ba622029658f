package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.answer.Doubt;
import io.chaoschapters.diagnosis.answer.Thinking;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the letter of a multiple choice out of what a model wrote in place of the letter alone.
 *
 * <p>Strict where it matters: a letter that is denied or left open is none, nor are two, nor is a
 * word of one letter, such as the article in "A store is down".
 */
final class ChosenLetter {
  /** What writes words; signs of Chinese and Japanese stand next to a letter without a blank. */
  private static final String OF_WORDS = "\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{N}";

  /** A longer answer is not the letter that was asked for. */
  private static final int LONGEST = 10_000;

  private static final Pattern BOXED =
      Pattern.compile(
          "\\\\boxed\\s*\\{\\s*(?:\\\\\\w+\\s*\\{\\s*)?\\(?\\s*([A-Za-z])\\s*[).]?\\s*}");

  private static final String NAMES_IT =
      "answer|choice|option|letter|réponse|reponse|choix|antwort|lösung|respuesta|opción|risposta|scelta|opzione"
          + "|resposta|opção|ответ|вариант|答案|选项|選項|选择|選択肢|答え|正解|정답|답";

  /** What may stand between "answer" and the letter. */
  private static final String LINK =
      "(?:\\s*(?:is|was|would be|ist|lautet|est|es|è|é|=|:|：|是|为|為|は|은|는|-|–|—))*";

  private static final Pattern MARKED =
      Pattern.compile(
          "(?<!["
              + OF_WORDS
              + "])(?:"
              + NAMES_IT
              + ")"
              + LINK
              + "[\\s(\\[（<\"'“„«]*([A-Za-z])(?!["
              + OF_WORDS
              + "'’])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern ALONE =
      Pattern.compile("[\\s\\p{P}\\p{S}]*([A-Za-z])[\\s\\p{P}\\p{S}]*");

  private static final Pattern FIRST =
      Pattern.compile(
          "[\\s(\\[（\"'“„«]*([A-Za-z])\\s*(?:[).:,;\\]）。：、]|[-–—]\\s|\\R)(?!\\p{N}).*",
          Pattern.DOTALL);

  private static final Pattern STANDALONE =
      Pattern.compile(
          "(?<!["
              + OF_WORDS
              + "°'’+/#&_-])([A-Z])(?!["
              + OF_WORDS
              + "'’+#&_]|[-/]["
              + OF_WORDS
              + "])");

  /** Letters that are words, in one language or another. */
  private static final String WORDS = "AEIOY";

  private static final Pattern NO_WORD_GOES_ON_SO =
      Pattern.compile(
          "\\s*(?:$|\\R|[.,;:!?()\\[\\]}（）。：、，；\"”»\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]|(?:is|ist|est|es|è|é|fits|describes|matches|explains|best"
              + "|because|since|as|weil|denn|car|parce|puisque|porque|ya que|perché|poiché|pois)(?!["
              + OF_WORDS
              + "])|(?:and|or|und|oder|et|ou|y|o|e|&)\\s+[A-Z](?!["
              + OF_WORDS
              + "]))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE_ENDS = Pattern.compile("[!?;。！？；]|\\R|\\.(?=\\s|$)");

  /** What comes after a letter and still belongs to it. */
  private static final Pattern RIGHT_AFTER =
      Pattern.compile("\\A(?:[^\\p{L}\\p{N}]*[\\p{L}\\p{N}'’]+){0,3}");

  private static final Pattern SIGN_AGAINST =
      Pattern.compile("[≠¬]|(?<!\\p{L})![A-Za-z](?!\\p{L})");

  private ChosenLetter() {}

  /**
   * The letter that was chosen.
   *
   * @param answer what the model wrote
   * @param count how many letters there were to choose from, from A on
   */
  static Optional<String> in(String answer, int count) {
    String text =
        Normalizer.normalize(Thinking.removed(answer), Normalizer.Form.NFKC)
            .replaceAll("[*`$]", "")
            .strip();
    if (text.length() > LONGEST || SIGN_AGAINST.matcher(text).find()) {
      return Optional.empty();
    }
    return one(BOXED, text, count)
        .or(() -> alone(text, count))
        .or(() -> one(MARKED, text, count))
        .or(() -> first(text, count))
        .or(() -> one(STANDALONE, text, count));
  }

  private static Optional<String> alone(String text, int count) {
    Matcher match = ALONE.matcher(text);
    return match.matches() && !text.contains("?") ? known(match.group(1), count) : Optional.empty();
  }

  /** "B. The store is down." is B; so is "A, because ...", but not "B or C". */
  private static Optional<String> first(String text, int count) {
    Matcher match = FIRST.matcher(text);
    if (!match.matches() || isLeftOpen(text, match.end(1))) {
      return Optional.empty();
    }
    Optional<String> letter = known(match.group(1), count);
    Set<String> all = new LinkedHashSet<>();
    Matcher others = STANDALONE.matcher(text);
    while (others.find()) {
      if (isNoWord(text, others) && !isDenied(text, others)) {
        known(others.group(1), count).ifPresent(all::add);
      }
    }
    letter.ifPresent(all::add);
    return all.size() == 1 ? letter : Optional.empty();
  }

  /** The one letter that a pattern finds and nothing speaks against. */
  private static Optional<String> one(Pattern pattern, String text, int count) {
    Set<String> found = new LinkedHashSet<>();
    Matcher match = pattern.matcher(text);
    while (match.find()) {
      Optional<String> letter = known(match.group(1), count);
      if (letter.isEmpty() || !isNoWord(text, match) || isDenied(text, match)) {
        continue;
      }
      if (isLeftOpen(text, match)) {
        return Optional.empty();
      }
      found.add(letter.get());
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private static Optional<String> known(String letter, int count) {
    String upper = letter.toUpperCase(Locale.ROOT);
    return upper.charAt(0) - 'A' < count ? Optional.of(upper) : Optional.empty();
  }

  private static boolean isNoWord(String text, Matcher letter) {
    return WORDS.indexOf(Character.toUpperCase(letter.group(1).charAt(0))) < 0
        || NO_WORD_GOES_ON_SO.matcher(text.substring(letter.end(1))).lookingAt();
  }

  /** A word that denies belongs to the letter that comes next after it. */
  private static boolean isDenied(String text, Matcher letter) {
    String before = before(text, letter.start(1));
    int denial = Doubt.lastDenial(before);
    boolean ofAnother = denial >= 0 && STANDALONE.matcher(before.substring(denial)).find();
    return denial >= 0 && !ofAnother || Doubt.denies(after(text, letter.end(1)));
  }

  private static boolean isLeftOpen(String text, Matcher letter) {
    return Doubt.leavesOpen(before(text, letter.start(1))) || isLeftOpen(text, letter.end(1));
  }

  private static boolean isLeftOpen(String text, int end) {
    Matcher sentence = SENTENCE_ENDS.matcher(text);
    boolean question = sentence.find(end) && sentence.group().matches("[?？]");
    return question || Doubt.leavesOpen(after(text, end));
  }

  /** The sentence up to here. */
  private static String before(String text, int here) {
    Matcher end = SENTENCE_ENDS.matcher(text.substring(0, here));
    int begin = 0;
    while (end.find()) {
      begin = end.end();
    }
    return text.substring(begin, here);
  }

  /** The next few words of the sentence. */
  private static String after(String text, int here) {
    String rest = text.substring(here);
    Matcher end = SENTENCE_ENDS.matcher(rest);
    Matcher few = RIGHT_AFTER.matcher(end.find() ? rest.substring(0, end.start()) : rest);
    return few.find() ? few.group() : "";
  }
}
