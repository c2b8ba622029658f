package io.chaoschapters.diagnosis.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * What a model thinks aloud before it answers, between marks of its own. Some servers take it out
 * of the answer, some do not; some leave the opening mark in the prompt.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Thinking {
  private static final String TAG = "(?:think(?:ing)?|thoughts?|reason(?:ing)?|reflection)";
  private static final Pattern BEGIN =
      Pattern.compile(
          "\\A[\\s\\ufeff]*(?:<" + TAG + ">|\\[THINK]|◁think▷|<\\|channel\\|>\\s*analysis)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern END =
      Pattern.compile(
          "</" + TAG + ">|\\[/THINK]|◁/think▷|<\\|channel\\|>\\s*final\\s*<\\|message\\|>",
          Pattern.CASE_INSENSITIVE);

  /** What some templates leave behind an answer. */
  private static final Pattern REST =
      Pattern.compile("\\s*<\\|(?:end|return|im_end|eot_id)\\|>\\s*\\z");

  private Thinking() {}

  /** Whether some of it is in a model's answer. */
  public static boolean isIn(String answer) {
    return BEGIN.matcher(answer).find() || END.matcher(answer).find();
  }

  /** The answer without it; nothing is left of one that ends before the thinking does. */
  public static String removed(String answer) {
    Matcher end = END.matcher(answer);
    int last = -1;
    while (end.find()) {
      last = end.end();
    }
    if (last < 0) {
      return BEGIN.matcher(answer).find() ? "" : answer;
    }
    return REST.matcher(answer.substring(last)).replaceFirst("");
  }
}
