package io.chaoschapters.runtime.docker;

import io.chaoschapters.text.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the sentence for people out of what the engine and its client say. */
final class EngineWords {
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern PORT_TAKEN =
      Pattern.compile("port is already allocated|address already in use|ports are not available");

  private EngineWords() {}

  /** Of its root cause: without line ends, and without the dot at the end. */
  static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return of(Failure.words(root));
  }

  /** The same, of a text that may hold the engine's JSON. */
  static String of(String said) {
    Matcher message = MESSAGE.matcher(said);
    String words = message.find() ? unescaped(message.group(1)) : said;
    return words.strip().replaceAll("\\s+", " ").replaceAll("[.:]+$", "");
  }

  /** A text of JSON without its backslashes. */
  static String unescaped(String json) {
    return json.replaceAll("\\\\(.)", "$1");
  }

  /** Whether it was refused because another program has a port. */
  static boolean saysPortTaken(Throwable failure) {
    return PORT_TAKEN.matcher(of(failure)).find();
  }
}
