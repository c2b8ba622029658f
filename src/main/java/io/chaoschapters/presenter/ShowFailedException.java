package io.chaoschapters.presenter;

/** Ends the program with exit code 1 and one sentence; it carries no stack trace. */
final class ShowFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ShowFailedException(String message) {
    super(message, null, false, false);
  }
}
