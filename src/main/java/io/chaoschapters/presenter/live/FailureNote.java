package io.chaoschapters.presenter.live;

import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.text.Failure;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Keeps what failed outside of any chapter, such as a cluster that did not start: a chapter's own
 * failure is in the journal, this would be lost.
 */
final class FailureNote implements TestExecutionListener {
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (!test.isTest()) {
      result.getThrowable().ifPresent(thrown -> failure.compareAndSet(null, thrown));
    }
  }

  void rethrow() {
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new ShowFailedException(Failure.words(thrown));
    }
  }
}
