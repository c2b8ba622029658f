package io.chaoschapters.diagnosis;

import org.apiguardian.api.API;

/** An assertion on a diagnosis failed: it is not the one that was expected. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DiagnosisRejectedError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String answered;

  DiagnosisRejectedError(String message, String expected, String answered) {
    super(message);
    this.expected = expected;
    this.answered = answered;
  }

  /** What was expected, in a few words. */
  public String expected() {
    return expected;
  }

  /** What was answered, in a few words. */
  public String answered() {
    return answered;
  }
}
