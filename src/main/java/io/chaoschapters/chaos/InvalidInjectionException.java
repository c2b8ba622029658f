package io.chaoschapters.chaos;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A fault was injected but no independent witness saw it, so nothing can be concluded. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class InvalidInjectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One sentence, and what it came from if there is more to know. */
  public InvalidInjectionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
