package io.chaoschapters.diagnosis.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.diagnosis.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model's answer, taken apart: words that lead to the object, and the object. What stands behind
 * it is part of it, and makes it unreadable: there an answer is taken back.
 *
 * @param before what was said before; empty for nothing
 * @param json the object and whatever follows it, or all when there is no object
 */
record AnswerText(String before, String json) {
  private static final Pattern FENCE =
      Pattern.compile(
          "\\A(?<before>[^`]*)```[a-zA-Z0-9]*\\s*(?<body>.*?)\\s*```\\z", Pattern.DOTALL);
  private static final Pattern SENTENCE_ENDS = Pattern.compile("[.!?;\\n。！？；]+");
  private static final String KEY = "\"verdict\"";

  /** As many braces are tried; in words there are few. */
  private static final int MOST_TRIES = 20;

  static AnswerText of(String text, ObjectMapper mapper) {
    Matcher fence = FENCE.matcher(text);
    if (fence.matches()) {
      return new AnswerText(fence.group("before").strip(), fence.group("body"));
    }
    int first = text.indexOf('{');
    int at = first;
    for (int tries = 0; at > 0 && tries < MOST_TRIES; tries++) {
      String rest = text.substring(at);
      if (isObject(rest, mapper)) {
        return new AnswerText(text.substring(0, at).strip(), rest);
      }
      at = text.indexOf('{', at + 1);
    }
    // An object that breaks off is reported as such; words without an object, and a list, as they
    // are.
    boolean led = first > 0 && !text.startsWith("[");
    return led
        ? new AnswerText(text.substring(0, first).strip(), text.substring(first))
        : new AnswerText("", text);
  }

  private static boolean isObject(String text, ObjectMapper mapper) {
    try {
      JsonNode read = mapper.readTree(text);
      return read != null && read.isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Whether another answer stands before this one. */
  boolean isSecond() {
    return before.contains(KEY);
  }

  /**
   * Whether what was said before denies the answer, or leaves it open: the sentence that leads to
   * it does, or one that is about what it names.
   */
  boolean isTakenBack(Verdict verdict, List<String> names) {
    List<String> sentences =
        SENTENCE_ENDS.splitAsStream(before).filter(sentence -> !sentence.isBlank()).toList();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      boolean about = i == sentences.size() - 1 || names.stream().anyMatch(n -> says(sentence, n));
      // "There is no anomaly" leads to "none", and "I am not sure" to "unsure".
      boolean denied = verdict == Verdict.ANOMALY && Doubt.denies(sentence);
      boolean open = verdict != Verdict.UNSURE && Doubt.leavesOpen(sentence);
      if (about && (denied || open)) {
        return true;
      }
    }
    return false;
  }

  private static boolean says(String sentence, String name) {
    return plain(sentence).contains(plain(name));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
  }
}
