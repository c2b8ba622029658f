package io.chaoschapters.junit;

import io.chaoschapters.chaos.ExperimentAbortedException;
import io.chaoschapters.chaos.ExperimentHaltedException;
import io.chaoschapters.chaos.InvalidInjectionException;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.monitor.UnknownReadingException;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.text.Failure;
import io.chaoschapters.waiting.WaitInterruptedException;
import io.chaoschapters.waiting.WaitTimeoutException;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Tells a chapter's verdict from what its method threw. */
final class Verdicts {
  private Verdicts() {}

  static ChapterVerdict of(@Nullable Throwable failure) {
    if (failure == null) {
      return ChapterVerdict.PASS;
    }
    if (failure instanceof TestAbortedException) {
      return ChapterVerdict.SKIPPED;
    }
    if (failure instanceof ExperimentHaltedException) {
      return ChapterVerdict.HALTED;
    }
    if (failure instanceof InvalidInjectionException) {
      return ChapterVerdict.INVALID_INJECTION;
    }
    if (failure instanceof UnknownReadingException
        || failure instanceof WaitInterruptedException
        || isCalledOff(failure)
        || failure instanceof RecoveryFailedException recovery && recovery.isCutShort()
        || failure instanceof ExperimentAbortedException) {
      return ChapterVerdict.UNKNOWN;
    }
    if (failure instanceof AssertionError
        || failure instanceof WaitTimeoutException
        || failure instanceof io.chaoschapters.diagnosis.leak.LeakException
        || failure instanceof RecoveryFailedException) {
      return ChapterVerdict.FAIL;
    }
    return ChapterVerdict.INFRASTRUCTURE_ERROR;
  }

  private static boolean isCalledOff(Throwable failure) {
    return failure instanceof DiagnosisException unanswered
        && unanswered.reason() == DiagnosisException.Reason.INTERRUPTED;
  }

  /** The verdict as one paragraph for people. */
  static String reason(@Nullable Throwable failure) {
    return failure == null ? "" : Failure.words(failure);
  }
}
