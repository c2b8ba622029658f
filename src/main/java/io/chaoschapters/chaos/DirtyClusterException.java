package io.chaoschapters.chaos;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The steady-state hypothesis did not hold before the fault, so it was not injected. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DirtyClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes one sentence, and the cause if there is one. */
  public DirtyClusterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
