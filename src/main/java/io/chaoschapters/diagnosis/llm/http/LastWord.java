package io.chaoschapters.diagnosis.llm.http;

import java.util.regex.Pattern;

/**
 * Knows the event with which a server says that its answer is whole. LangChain4j tells only whether
 * it knows the reason that stands there; servers leave it out, or have words of their own for it.
 */
final class LastWord {
  private static final String DONE = "[DONE]";

  /** Within a text, a quote would follow a backslash. */
  private static final Pattern WORD =
      Pattern.compile(
          "\"(?:finish_reason|finishReason|stop_reason|done_reason)\"\\s*:\\s*\"[^\"]"
              + "|\"type\"\\s*:\\s*\"message_stop\""
              + "|\"done\"\\s*:\\s*true");

  private LastWord() {}

  static boolean isIn(String event) {
    return event.strip().equals(DONE) || WORD.matcher(event).find();
  }
}
