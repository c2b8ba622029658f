package io.chaoschapters.presenter;

/** Ends the program with an exit code and one sentence; it carries no stack trace. */
final class ShowFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  ShowFailedException(String message) {
    this(message, 1);
  }

  ShowFailedException(String message, int exitCode) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
