package io.chaoschapters.diagnosis.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Words that deny what they stand before, or leave it open, in the languages in which models answer
 * most. Where one stands, an answer that is read out of a sentence is none: it is asked for again.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Doubt {
  private static final String WORD_BEGINS = "(?<![\\p{L}\\p{N}])(?:";
  private static final String WORD_ENDS = ")(?![\\p{L}\\p{N}])";

  private static final Pattern DENIES =
      words(
          // English
          "not|no|never|nor|neither|none|nothing|cannot|\\p{L}+n['’]t|without|except|wrong|incorrect|false"
              + "|unlikely|rul(?:e[sd]?|ing) out|exclud\\p{L}+|instead of|rather than|contrary"
              // German, French, Spanish, Italian, Portuguese, Russian
              + "|nicht|kein\\p{L}*|weder|niemals|nie|ohne|falsch|ausgeschlossen"
              + "|ne|n['’]\\p{L}+|pas|jamais|aucune?|ni|sans|faux"
              + "|nunca|jamás|ning[uú]n\\p{L}*|falso|descart\\p{L}+"
              + "|non|mai|nessun\\p{L}*|né"
              + "|não|nenhum\\p{L}*|nem"
              + "|не|нет|ни",
          // Chinese, Japanese, Korean
          "不|没有|沒有|並非|并非|ない|ません|아니|않");

  private static final Pattern LEAVES_OPEN =
      words(
          "maybe|perhaps|possibl[ey]|probabl[ey]|presumably|might|may|could|unsure|uncertain|guess\\p{L}*"
              + "|doubt\\p{L}*|either|or|example|for instance|sample|template"
              + "|vielleicht|möglicherweise|eventuell|wahrscheinlich|vermutlich|könnte\\p{L}*|unsicher|entweder|oder|beispiel"
              + "|peut-être|possiblement|probablement|pourrait|incertain|soit|ou|exemple"
              + "|quizás?|tal vez|posiblemente|probablemente|podría|o|ejemplo"
              + "|forse|probabilmente|potrebbe|oppure|esempio"
              + "|talvez|possivelmente|provavelmente|poderia"
              + "|возможно|может|вероятно|или",
          "也许|也許|可能|大概|或|例如|たぶん|かも|または|例えば|아마|또는");

  private Doubt() {}

  private static Pattern words(String words, String signs) {
    return Pattern.compile(
        WORD_BEGINS + words + WORD_ENDS + "|" + signs,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether a text denies something. */
  public static boolean denies(String text) {
    return DENIES.matcher(text).find();
  }

  /** The end of the last negating word of a text; -1 for none. */
  public static int lastDenial(String text) {
    Matcher found = DENIES.matcher(text);
    int last = -1;
    while (found.find()) {
      last = found.end();
    }
    return last;
  }

  /** Whether a text leaves something open. */
  public static boolean leavesOpen(String text) {
    return LEAVES_OPEN.matcher(text).find();
  }
}
