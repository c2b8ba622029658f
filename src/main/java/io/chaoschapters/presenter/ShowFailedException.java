package io.chaoschapters.presenter;

import org.apiguardian.api.API;

/** Ends the program with exit code 1 and one sentence; it carries no stack trace. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ShowFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ShowFailedException(String message) {
    super(message, null, false, false);
  }
}
