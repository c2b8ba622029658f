package io.chaoschapters.diagnosis.semantic.words;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Plain English as stems and clauses; a light stemmer is enough to find a word again. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Words {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z']+");
  private static final Pattern HUMP = Pattern.compile("([a-z])([A-Z])");
  private static final Pattern JOINT =
      Pattern.compile(
          "[.;:!?]\\s+|,\\s+|\\s+(?:and|but|so that|so|because|since|while|although|"
              + "though|as|which|hence|therefore|thus|yet|for instance|until|whereas)\\s+");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");
  private static final String[][] ENDINGS = {
    {"ies", "y"},
    {"sses", "ss"},
    {"ing", ""},
    {"edly", ""},
    {"ed", ""},
    {"es", "e"},
    {"s", ""},
    {"ly", ""}
  };

  /** Words that say nothing of what a text is about. */
  private static final Set<String> EMPTY =
      Set.of(
          ("a an the of to in on at by for from with and or but so that this these those it its is"
                  + " are was were be been being has have had do does did not no nor as than then"
                  + " there their they them he she his her which who whom whose what when where"
                  + " while because since although though if into over under out up off very more"
                  + " most less least much many few some any each every all both other others"
                  + " another one two three own same such can could may might must shall should"
                  + " will would about after before again also only just still yet too per via"
                  + " within without between")
              .split(" "));

  private Words() {}

  /** The stems of a text in their order, without empty words. */
  public static List<String> stems(String text) {
    Matcher matcher = WORD.matcher(HUMP.matcher(text).replaceAll("$1 $2").toLowerCase(Locale.ROOT));
    return matcher
        .results()
        .map(found -> found.group())
        .filter(word -> !EMPTY.contains(word))
        .map(Words::stem)
        .toList();
  }

  public static Set<String> distinctStems(String text) {
    return new LinkedHashSet<>(stems(text));
  }

  /** The clauses of a definition; the whole text when it has but one. */
  public static List<String> clauses(String text) {
    String trimmed = text.strip().replaceFirst("[.]+$", "");
    List<String> parts =
        JOINT.splitAsStream(trimmed).filter(part -> part.length() > 2).map(String::strip).toList();
    return parts.isEmpty() ? List.of(trimmed) : parts;
  }

  /** The sentences of a text; never none. */
  public static List<String> sentences(String text) {
    return Arrays.asList(SENTENCE.split(text));
  }

  private static String stem(String word) {
    String stem =
        Stream.of(ENDINGS)
            .filter(ending -> ends(word, ending[0]))
            .findFirst()
            .map(ending -> word.substring(0, word.length() - ending[0].length()) + ending[1])
            .orElse(word);
    if (stem.length() > 4 && stem.endsWith("e")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    int last = stem.length() - 1;
    boolean doubled = last > 3 && stem.charAt(last) == stem.charAt(last - 1);
    return doubled && "ls".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
  }

  private static boolean ends(String word, String ending) {
    return word.endsWith(ending)
        && word.length() - ending.length() >= 3
        && !(ending.equals("s") && word.endsWith("ss"));
  }
}
