package io.chaoschapters.runtime.docker.engine;

import io.chaoschapters.text.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Takes the sentence for people out of what the engine and its client say. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EngineErrors {
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern PORT_TAKEN =
      Pattern.compile("port is already allocated|address already in use|ports are not available");

  private EngineErrors() {}

  /** The message of the root cause, in one line and without the dot at the end. */
  public static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return of(Failure.words(root));
  }

  /** As above, for a text that may hold the engine's JSON. */
  public static String of(String said) {
    Matcher message = MESSAGE.matcher(said);
    String words = message.find() ? unescaped(message.group(1)) : said;
    return words.strip().replaceAll("\\s+", " ").replaceAll("[.:]+$", "");
  }

  /** A text of JSON without its backslashes. */
  public static String unescaped(String json) {
    return json.replaceAll("\\\\(.)", "$1");
  }

  /** Whether it was refused because another program has a port. */
  public static boolean saysPortTaken(Throwable failure) {
    return PORT_TAKEN.matcher(of(failure)).find();
  }
}
