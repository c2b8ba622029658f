package io.chaoschapters.metrics;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** A {@link MetricSource} could not be asked; the message is one sentence that says why. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class MetricsUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception with no cause. */
  public MetricsUnavailableException(String message) {
    this(message, null);
  }

  /** Creates an exception with the cause that the message sums up. */
  public MetricsUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
