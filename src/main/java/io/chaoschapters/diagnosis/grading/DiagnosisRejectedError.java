package io.chaoschapters.diagnosis.grading;

import io.chaoschapters.diagnosis.Diagnosis;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/**
 * An assertion on a diagnosis failed: it is not the one that was expected. IDEs show expected and
 * actual side by side.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DiagnosisRejectedError extends AssertionFailedError {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String answered;
  private final transient @Nullable Diagnosis answer;
  private final transient @Nullable Predicate<Diagnosis> right;

  DiagnosisRejectedError(
      String message, String expected, Diagnosis answer, Predicate<Diagnosis> right) {
    super(message, expected, answer.headline());
    this.right = right;
    this.expected = expected;
    this.answer = answer;
    this.answered = answer.headline();
  }

  /** The one that a failure is or holds, as several assertions together do. */
  public static Optional<DiagnosisRejectedError> in(@Nullable Throwable failure) {
    if (failure instanceof DiagnosisRejectedError rejected) {
      return Optional.of(rejected);
    }
    return failure instanceof MultipleFailuresError several
        ? several.getFailures().stream().flatMap(one -> in(one).stream()).findFirst()
        : Optional.empty();
  }

  /** What was expected, in a few words. */
  public String expected() {
    return expected;
  }

  /** What was answered, in a few words. */
  public String answered() {
    return answered;
  }

  /** The answer itself; empty once this error was serialized. */
  public Optional<Diagnosis> answer() {
    return Optional.ofNullable(answer);
  }

  /**
   * Whether another answer to the same question is what was expected. Nothing is, once this error
   * was serialized.
   */
  public boolean accepts(Diagnosis other) {
    return right != null && right.test(other);
  }
}
