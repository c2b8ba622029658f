package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.answer.Doubt;
import io.chaoschapters.diagnosis.answer.Thinking;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads "yes" or "no" out of what a model wrote in place of the word alone. */
final class YesOrNoWord {
  static final String YES = "yes";
  static final String NO = "no";

  private static final Pattern FIRST =
      Pattern.compile("\\A[^\\p{L}]*(yes|no)(?!\\p{L})(?<rest>.*)", flags());
  private static final Pattern ANYWHERE = Pattern.compile("(?<!\\p{L})(yes|no)(?!\\p{L})", flags());

  /** "Yes and no", and "Yes. No, wait.", but not "Yes: no store answers." */
  private static final Pattern TAKEN_BACK =
      Pattern.compile(
          "\\A\\s*(?:or|and|/)\\s*(?:yes|no)(?!\\p{L})|[.,;:!\\n]\\s*(?:yes|no)\\s*(?:[.,;:!]|\\z)",
          flags());

  private YesOrNoWord() {}

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  static Optional<String> in(String answer) {
    String text = Thinking.removed(answer).replaceAll("[*`]", "").strip();
    Matcher first = FIRST.matcher(text);
    if (first.matches()) {
      String rest = first.group("rest");
      boolean open = rest.contains("?") || Doubt.leavesOpen(rest.lines().findFirst().orElse(""));
      return open || TAKEN_BACK.matcher(rest).find()
          ? Optional.empty()
          : Optional.of(first.group(1).toLowerCase(Locale.ROOT));
    }
    Set<String> words = words(text);
    boolean one = words.size() == 1 && !text.contains("?") && !Doubt.leavesOpen(text);
    boolean denied = Doubt.denies(text.replaceAll("(?i)(?<!\\p{L})no(?!\\p{L})", ""));
    return one && !denied ? words.stream().findFirst() : Optional.empty();
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher found = ANYWHERE.matcher(text);
    while (found.find()) {
      words.add(found.group(1).toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
