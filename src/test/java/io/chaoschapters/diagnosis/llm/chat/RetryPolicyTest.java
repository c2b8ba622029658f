package io.chaoschapters.diagnosis.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final RetryPolicy patience = new RetryPolicy(Duration.ofMillis(5), closed);
  private final List<String> notes = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  private String ask(Reason reason, int failures, Duration within) {
    return patience.ask(
        () -> {
          if (asked.incrementAndGet() <= failures) {
            throw new DiagnosisException(reason, "Busy.", null);
          }
          return "answer";
        },
        Deadline.in(within),
        notes::add);
  }

  @Test
  void busyServer_isAskedAgainAndEachWaitIsTold() {
    assertThat(ask(Reason.RATE_LIMITED, 3, Duration.ofSeconds(10))).isEqualTo("answer");
    assertThat(asked).hasValue(4);
    assertThat(notes).hasSize(3).allMatch(note -> note.startsWith("Busy. Asking again in 0.0 s"));
  }

  @Test
  void serverThatStaysBusy_isGivenUp() {
    assertThatThrownBy(() -> ask(Reason.SERVER_ERROR, 99, Duration.ofSeconds(10)))
        .isInstanceOf(DiagnosisException.class);
    assertThat(asked).hasValue(4);
  }

  @Test
  void noTimeLeft_endsItAtOnce() {
    assertThatThrownBy(() -> ask(Reason.RATE_LIMITED, 99, Duration.ofMillis(1)))
        .hasMessageContaining("are left of ai.timeout");
    assertThat(asked.get()).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RATE_LIMITED", "SERVER_ERROR"})
  void otherFailures_areNotRepeated(Reason reason) {
    assertThatThrownBy(() -> ask(reason, 99, Duration.ofSeconds(10)))
        .isInstanceOf(DiagnosisException.class);
    assertThat(asked).hasValue(1);
  }

  @Test
  void closing_endsTheWait() {
    closed.countDown();
    RetryPolicy long_ = new RetryPolicy(Duration.ofMinutes(5), closed);
    assertThatThrownBy(
            () ->
                long_.ask(
                    () -> {
                      throw new DiagnosisException(Reason.RATE_LIMITED, "Busy.", null);
                    },
                    Deadline.in(Duration.ofHours(1)),
                    notes::add))
        .isInstanceOfSatisfying(
            DiagnosisException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED));
  }
}
