package io.chaoschapters.chaos;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A fault was injected but no independent witness saw it, so nothing can be concluded. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class InvalidInjectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes one sentence, and the cause if there is one. */
  public InvalidInjectionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
