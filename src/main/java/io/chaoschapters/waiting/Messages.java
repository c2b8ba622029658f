package io.chaoschapters.waiting;

import java.nio.file.FileSystemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apiguardian.api.API;

/**
 * What a failure says. A library may throw one that says nothing, and "last: null" helps nobody:
 * such a failure says at least its type.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Messages {
  private Messages() {}

  /** Its message, or its type when it has none; of the cause of one that only wraps it. */
  public static String of(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
    if (wraps && cause != null) {
      return of(cause);
    }
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getName();
    }
    // The message of these is a path, and what is wrong with it is the type.
    return failure instanceof FileSystemException file && file.getReason() == null
        ? "%s: %s".formatted(failure.getClass().getSimpleName(), message)
        : message;
  }
}
