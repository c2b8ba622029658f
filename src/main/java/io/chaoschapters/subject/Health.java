package io.chaoschapters.subject;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What a probe saw of a component from outside, in words that hold for any system. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Health {
  /** It answered in time. */
  SERVING("answers", "runs"),
  /** It answered, and said that it is not well. */
  DEGRADED("answers that it is not well"),
  /** Nothing listens at its address. */
  REFUSING("refuses connections", "has ended"),
  /** It accepted the connection and did not answer in time. */
  SILENT("accepts connections but does not answer", "is suspended", "does not answer"),
  /** The probe could not tell. */
  UNKNOWN("could not be probed");

  private final List<String> wordings;

  Health(String... wordings) {
    this.wordings = List.of(wordings);
  }

  /**
   * What a failed attempt to ask a component says of it, whatever the client wrapped it in.
   *
   * @return {@link #REFUSING} when the connection was refused, {@link #SILENT} when the answer or
   *     the connection was not there in time, else {@link #UNKNOWN}
   */
  public static Health after(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return REFUSING;
      }
      if (cause instanceof SocketTimeoutException
          || cause instanceof HttpTimeoutException
          || cause instanceof TimeoutException) {
        return SILENT;
      }
      // Clients that try several addresses keep their failures there.
      for (Throwable suppressed : cause.getSuppressed()) {
        Health seen = after(suppressed);
        if (seen != UNKNOWN) {
          return seen;
        }
      }
    }
    return UNKNOWN;
  }

  /** A verb phrase for evidence and panels. */
  public String words() {
    return wordings.get(0);
  }

  /** The same, and behind it how it is said of a component that has no connections. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public List<String> wordings() {
    return wordings;
  }
}
