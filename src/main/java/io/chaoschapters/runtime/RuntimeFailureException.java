package io.chaoschapters.runtime;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A component could not be started or changed; the message says what, where and what to do. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class RuntimeFailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RuntimeFailureException(String message) {
    super(message);
  }

  public RuntimeFailureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
