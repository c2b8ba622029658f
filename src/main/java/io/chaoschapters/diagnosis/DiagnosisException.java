package io.chaoschapters.diagnosis;

import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A diagnoser gave no answer at all: an infrastructure error, neither a right nor a wrong one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class DiagnosisException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why there was no answer. */
  public enum Reason {
    /** It did not answer in time. */
    TIME_OUT,
    /** It is rate limited, and still was after the waits that were allowed. */
    RATE_LIMITED,
    /** No server answers at its address. */
    SERVER_DOWN,
    /** Its server failed. */
    SERVER_ERROR,
    /** The connection broke in the middle of the answer. */
    BROKE_OFF,
    /** It did not accept the key. */
    WRONG_KEY,
    /** It has no such model. */
    UNKNOWN_MODEL,
    /** The question does not fit into what the model can read at once. */
    CONTEXT_OVERFLOW,
    /** It rejected the question for another reason. */
    NOT_ACCEPTED,
    /** What came is not in the form of an answer, such as a web page. */
    UNEXPECTED,
    /** All that it may write went into thinking. */
    ONLY_THOUGHT,
    /** It could not be started. */
    NOT_READY,
    /** The question was called off. */
    INTERRUPTED,
    /** Something else. */
    OTHER
  }

  /** One sentence on what failed and what to do. */
  public DiagnosisException(String message, @Nullable Throwable cause) {
    this(Reason.OTHER, message, cause);
  }

  /** One sentence on what failed and what to do, and what kind of failure it was. */
  public DiagnosisException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** The question was called off. */
  static DiagnosisException calledOff(String diagnoser, Exception why) {
    return new DiagnosisException(
        Reason.INTERRUPTED,
        RootLocale.format("The wait for the answer of diagnoser '%s' was interrupted.", diagnoser),
        why);
  }

  /** Why there was no answer. */
  public Reason reason() {
    return reason;
  }
}
