package io.chaoschapters.runtime.network;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.Failure;
import org.apiguardian.api.API;

/** A process ended during its start and said that its port was in use. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PortTakenException extends Exception {
  private static final long serialVersionUID = 1L;

  public PortTakenException(String message) {
    super(message);
  }

  public RuntimeFailureException asFailure() {
    return new RuntimeFailureException(Failure.words(this), this);
  }
}
