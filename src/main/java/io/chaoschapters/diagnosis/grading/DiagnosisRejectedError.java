package io.chaoschapters.diagnosis.grading;

import io.chaoschapters.diagnosis.Diagnosis;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * An assertion on a diagnosis failed: it is not the one that was expected. IDEs show expected and
 * actual side by side.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DiagnosisRejectedError extends AssertionFailedError {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String answered;
  private final transient @Nullable Predicate<Diagnosis> right;

  DiagnosisRejectedError(
      String message, String expected, String answered, Predicate<Diagnosis> right) {
    super(message, expected, answered);
    this.right = right;
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

  /**
   * Whether another answer to the same question is what was expected. Nothing is, once this error
   * was serialized.
   */
  public boolean accepts(Diagnosis other) {
    return right != null && right.test(other);
  }
}
