package io.chaoschapters.agent.acp;

import org.apiguardian.api.API;

/** An agent did not do what was asked for; the message is a clause. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AcpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message is a clause. */
  public AcpException(String message) {
    super(message);
  }
}
