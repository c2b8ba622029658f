package io.chaoschapters.text;

import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;

/** What a failure says to people, its root cause included. Needs nothing but the JDK. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Failure {
  private static final int LONGEST_CAUSE = 300;

  private Failure() {}

  /**
   * The failure's own message, or its kind when it has none; behind it in brackets its root cause,
   * unless the message says that already.
   */
  public static String words(Throwable failure) {
    String own = own(failure);
    Throwable root = root(failure);
    String cause = brief(own(root));
    if (root == failure || saysNoMore(root) || own.contains(longestPhrase(cause))) {
      return own;
    }
    String end = own.endsWith(".") ? "." : "";
    return own.substring(0, own.length() - end.length()) + " (cause: " + cause + ")" + end;
  }

  /** Kind, message and source line of the root cause, for the author of the code that threw it. */
  public static String wordsWithPlace(Throwable failure) {
    String words = words(failure);
    String kind = root(failure).getClass().getSimpleName();
    String said = words.contains(kind) ? words : kind + ": " + words;
    return Arrays.stream(root(failure).getStackTrace())
        .filter(frame -> !frame.getClassName().matches("(java|jdk|sun)[.].*"))
        .findFirst()
        .map(
            frame ->
                RootLocale.format(
                    "%s, at %s.%s (%s:%d)",
                    said,
                    frame.getClassName(),
                    frame.getMethodName(),
                    frame.getFileName(),
                    frame.getLineNumber()))
        .orElse(said);
  }

  private static String own(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
    if (wraps && cause != null) {
      return own(cause);
    }
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.toString();
    }
    // The message of these is a path, and what is wrong with it is the type.
    return failure instanceof FileSystemException file && file.getReason() == null
        ? failure.getClass().getSimpleName() + ": " + message.strip()
        : message.strip();
  }

  private static Throwable root(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable root = failure;
    while (root.getCause() != null && seen.add(root)) {
      root = root.getCause();
    }
    return root;
  }

  /** What was not waited for any longer is known to who says so. */
  private static boolean saysNoMore(Throwable root) {
    return root instanceof TimeoutException
        || root instanceof InterruptedException
        || root instanceof CancellationException;
  }

  /** Enough to tell whether a sentence that was made of a cause repeats what the cause says. */
  private static String longestPhrase(String text) {
    return Arrays.stream(text.split("[^\\p{L}\\p{N} ]+"))
        .map(String::strip)
        .max(Comparator.comparingInt(String::length))
        .orElse(text);
  }

  private static String brief(String text) {
    return Shorten.to(LONGEST_CAUSE, text.replaceAll("\\s+", " ").replaceAll("[.]$", ""));
  }
}
