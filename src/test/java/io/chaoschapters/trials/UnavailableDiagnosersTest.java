package io.chaoschapters.trials;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import org.junit.jupiter.api.Test;

class UnavailableDiagnosersTest {
  private final UnavailableDiagnosers absences = new UnavailableDiagnosers();

  private void fails(Reason reason) {
    absences.noAnswer("wise", new DiagnosisException(reason, "It is not there.", null));
  }

  @Test
  void diagnoserThatNeverAnswered_isGivenUpAtOnce() {
    assertThatThrownBy(() -> fails(Reason.SERVER_DOWN))
        .isInstanceOf(AbsentDiagnoserException.class)
        .hasMessageContainingAll("'wise' cannot be asked: It is not there.", "The same command")
        .hasMessageStartingWith("The trials end here");
  }

  @Test
  void diagnoserThatAnswered_isGivenUpAfterTwoInARow() {
    absences.answered("wise");
    fails(Reason.SERVER_DOWN);
    absences.answered("wise");
    fails(Reason.WRONG_KEY);
    assertThatThrownBy(() -> fails(Reason.WRONG_KEY)).isInstanceOf(AbsentDiagnoserException.class);
  }

  @Test
  void whatPassesByItself_isAnErrorOfOneTrial() {
    assertThatCode(
            () -> {
              for (int i = 0; i < 5; i++) {
                fails(Reason.TIME_OUT);
                fails(Reason.RATE_LIMITED);
                fails(Reason.SERVER_ERROR);
              }
            })
        .doesNotThrowAnyException();
  }
}
