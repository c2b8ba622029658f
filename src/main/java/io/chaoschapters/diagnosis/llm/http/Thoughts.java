package io.chaoschapters.diagnosis.llm.http;

import java.util.regex.Pattern;

/** Finds in a streamed event that a model thinks, as the several servers write it. */
final class Thoughts {
  /** Within a text, a quote would follow a backslash. */
  private static final Pattern THOUGHT =
      Pattern.compile(
          "\"(?:thinking|reasoning|reasoning_content)\"\\s*:\\s*\"[^\"]"
              + "|\"thought\"\\s*:\\s*true"
              + "|\"(?:reasoning_tokens|thoughtsTokenCount)\"\\s*:\\s*[1-9]");

  private Thoughts() {}

  static boolean areIn(String event) {
    return THOUGHT.matcher(event).find();
  }
}
