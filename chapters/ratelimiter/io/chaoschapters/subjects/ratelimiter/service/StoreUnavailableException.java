package io.chaoschapters.subjects.ratelimiter.service;

/** The shared store did not answer, or answered with an error; whether it counted is not known. */
final class StoreUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
