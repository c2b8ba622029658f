package io.chaoschapters.subjects.tikv.pd;

import org.apiguardian.api.API;

/** The placement driver did not give a usable answer; the message says what it did instead. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PdException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Reason {
    /** Nothing listens at its address. */
    REFUSED,
    /** It did not answer in time. */
    TOO_SLOW,
    /** It works, but no store has begun a cluster yet; no fault. */
    NOT_BOOTSTRAPPED,
    /** It answered that it cannot serve, such as 503 without its etcd. */
    UNAVAILABLE,
    /** It answers, and not to us. */
    FORBIDDEN,
    /** It does not know what was asked for. */
    NOT_FOUND,
    /** It answered with something that is not its API. */
    UNREADABLE
  }

  private final Reason reason;

  PdException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  PdException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** What went wrong. */
  public Reason reason() {
    return reason;
  }
}
