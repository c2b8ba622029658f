package io.chaoschapters.session;

import io.chaoschapters.text.Failure;

/** Something could not be ended; what it was is suppressed in it, one exception each. */
final class UncleanEndException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  UncleanEndException(Exception first) {
    super("The run could not be ended cleanly: " + Failure.words(first));
    addSuppressed(first);
  }
}
