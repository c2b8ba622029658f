package io.chaoschapters.waiting;

import org.apiguardian.api.API;

/** A wait was given up on because its thread was interrupted, which it still is. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class WaitInterruptedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WaitInterruptedException(String message) {
    super(message);
  }
}
