package io.chaoschapters.trials;

/** A diagnoser cannot be asked, and will not be by waiting: trials would measure nothing. */
final class AbsentDiagnoserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AbsentDiagnoserException(String message, Throwable cause) {
    super(message, cause);
  }
}
