package io.chaoschapters.report.baseline;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A baseline cannot be used; the message is one sentence that says what to do. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BaselineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes one sentence. */
  public BaselineException(String message) {
    super(message);
  }

  BaselineException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
