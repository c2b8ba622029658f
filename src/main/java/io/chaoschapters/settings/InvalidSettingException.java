package io.chaoschapters.settings;

import org.apiguardian.api.API;

/** A setting has a value that it cannot have; the message is one sentence with the way out. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class InvalidSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSettingException(String message) {
    super(message);
  }
}
