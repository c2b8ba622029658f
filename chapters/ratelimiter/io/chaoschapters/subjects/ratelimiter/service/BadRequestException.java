package io.chaoschapters.subjects.ratelimiter.service;

/** A request that cannot be served as it stands; the message is one sentence for the caller. */
final class BadRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadRequestException(String message) {
    super(message);
  }
}
