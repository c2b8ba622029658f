package io.chaoschapters.chaos;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An experiment was given up on before its fault was in place: aborted or interrupted. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ExperimentAbortedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One sentence, and what it came from if there is more to know. */
  public ExperimentAbortedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
