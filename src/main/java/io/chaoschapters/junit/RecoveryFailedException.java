package io.chaoschapters.junit;

import org.apiguardian.api.API;

/** A chapter's fault was not undone in time, so the chapter fails whatever it asserted. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RecoveryFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecoveryFailedException(String message) {
    super(message);
  }
}
