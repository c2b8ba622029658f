package io.chaoschapters.monitor;

import org.apiguardian.api.API;

/** What was waited for could not be measured, so it can neither be said to hold nor not to hold. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class UnknownReadingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownReadingException(String message, Throwable cause) {
    super(message, cause);
  }
}
