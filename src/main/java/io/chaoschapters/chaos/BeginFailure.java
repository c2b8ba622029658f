package io.chaoschapters.chaos;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.WaitInterruptedException;
import java.util.List;

/** The failure of a run's beginning, thrown after everything was undone. */
final class BeginFailure {
  private BeginFailure() {}

  /** Whether the thread was interrupted; clears the flag, so that undoing is not disturbed. */
  static boolean takeInterrupt(Throwable failure) {
    return Thread.interrupted()
        || failure instanceof InterruptedException
        || failure instanceof WaitInterruptedException;
  }

  /**
   * The exception to throw.
   *
   * @param problems what went wrong while undoing; kept as suppressed
   */
  static RuntimeException of(
      Experiment experiment, Throwable failure, List<String> problems, boolean interrupted) {
    problems.forEach(problem -> failure.addSuppressed(new IllegalStateException(problem)));
    if (interrupted) {
      Thread.currentThread().interrupt();
      return new ExperimentAbortedException(
          RootLocale.format(
              "Experiment '%s' was interrupted before it was under way.", experiment.name()),
          failure);
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }
}
