package io.chaoschapters.trials;

import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a diagnoser cannot be asked at all. One that never answered is given up after its
 * first failure of that kind, one that did after a second in a row: its server may have been
 * started again in between.
 */
final class UnavailableDiagnosers {
  private static final int IN_A_ROW = 2;

  /** Failures that another trial does not cure. */
  private static final Set<Reason> LASTING =
      EnumSet.of(
          Reason.SERVER_DOWN,
          Reason.WRONG_KEY,
          Reason.UNKNOWN_MODEL,
          Reason.NOT_READY,
          Reason.NOT_ACCEPTED);

  private final Set<String> haveAnswered = new HashSet<>();
  private final Map<String, Integer> failures = new HashMap<>();
  private @Nullable AbsentDiagnoserException found;

  void answered(String diagnoser) {
    haveAnswered.add(diagnoser);
    failures.remove(diagnoser);
  }

  /** The first diagnoser that was given up; empty when there is none. */
  Optional<AbsentDiagnoserException> found() {
    return Optional.ofNullable(found);
  }

  /**
   * Notes that there was no answer.
   *
   * @throws AbsentDiagnoserException when there will be none in the next trial either
   */
  void noAnswer(String diagnoser, DiagnosisException why) {
    if (!LASTING.contains(why.reason())) {
      return;
    }
    int inARow = failures.merge(diagnoser, 1, Integer::sum);
    if (!haveAnswered.contains(diagnoser) || inARow >= IN_A_ROW) {
      AbsentDiagnoserException absent =
          new AbsentDiagnoserException(
              RootLocale.format(
                  "The trials end here, because '%s' cannot be asked: %s The same command goes on with the trials that are left.",
                  diagnoser, Failure.words(why)),
              why);
      found = absent;
      throw absent;
    }
  }
}
