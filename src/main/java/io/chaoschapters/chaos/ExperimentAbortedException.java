package io.chaoschapters.chaos;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An experiment was given up on before its fault was in place: aborted or interrupted. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ExperimentAbortedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes one sentence, and the cause if there is one. */
  public ExperimentAbortedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
