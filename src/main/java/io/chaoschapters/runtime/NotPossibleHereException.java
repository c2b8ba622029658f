package io.chaoschapters.runtime;

import org.apiguardian.api.API;

/**
 * A runtime cannot do what another one can. It is no failure of anything: who asked does without.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NotPossibleHereException extends RuntimeFailureException {
  private static final long serialVersionUID = 1L;

  /** Why, in one clause. */
  public NotPossibleHereException(String message) {
    super(message);
  }
}
