package io.chaoschapters.presenter.mode;

import org.apiguardian.api.API;

/** Ends the program with an exit code and one sentence; it carries no stack trace. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ShowFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  public ShowFailedException(String message) {
    this(message, 1);
  }

  public ShowFailedException(String message, int exitCode) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
