package io.chaoschapters.waiting;

import org.apiguardian.api.API;

/** A wait reached its bound; the message names what was waited for and the last value seen. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class WaitTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WaitTimeoutException(String message) {
    super(message);
  }
}
