package io.chaoschapters.diagnosis.evidence;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A file that was given as evidence is none; the message is one sentence with the way out. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class InvalidEvidenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One.
   *
   * @param message names the file, what is wrong and what to do
   */
  public InvalidEvidenceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
