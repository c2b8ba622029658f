package io.chaoschapters.monitor;

import org.apiguardian.api.API;

/** The measurement itself is broken, so nothing can be said about the system. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BrokenMeasurementException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokenMeasurementException(String message) {
    super(message);
  }
}
