package io.chaoschapters.diagnosis;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A diagnoser gave no answer at all: an infrastructure error, neither a right nor a wrong one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class DiagnosisException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One sentence on what failed and what to do. */
  public DiagnosisException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
