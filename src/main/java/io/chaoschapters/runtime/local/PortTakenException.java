package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.RuntimeFailureException;

/** A process ended during its start and said that its port was in use. */
final class PortTakenException extends Exception {
  private static final long serialVersionUID = 1L;

  PortTakenException(String message) {
    super(message);
  }

  RuntimeFailureException asFailure() {
    return new RuntimeFailureException(getMessage(), this);
  }
}
