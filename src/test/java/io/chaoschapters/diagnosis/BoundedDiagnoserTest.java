package io.chaoschapters.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chaoschapters.diagnosis.evidence.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BoundedDiagnoserTest {
  private static final Evidence EVIDENCE = EvidenceCases.all().get(0).evidence();

  private final CountDownLatch go = new CountDownLatch(1);
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /** Answers once it is told to, and hears no interrupt before. */
  private final class Deaf implements Diagnoser {
    @Override
    public String id() {
      return "deaf";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public String description() {
      return "Hangs.";
    }

    @Override
    public Privacy privacy() {
      return Privacy.staysOnMachine();
    }

    @Override
    public Diagnosis diagnose(Inquiry inquiry) {
      Evidence evidence = inquiry.evidence();
      awaitGo();
      inquiry.text("too late");
      throw new DiagnosisException("of its own", null);
    }

    private void awaitGo() {
      while (go.getCount() > 0) {
        try {
          go.await();
        } catch (InterruptedException e) {
          heard.add("interrupted");
        }
      }
    }
  }

  @Test
  void diagnoserHangs_isGivenUpWithASentence() {
    try (Diagnoser bounded = new BoundedDiagnoser(new Deaf(), Duration.ofMillis(40))) {
      assertThatThrownBy(() -> bounded.diagnose(Inquiry.about(EVIDENCE, heard::add)))
          .isInstanceOf(DiagnosisException.class)
          .hasMessageStartingWith("Diagnoser 'deaf' did not answer within 50 ms")
          .extracting(failure -> ((DiagnosisException) failure).reason())
          .isEqualTo(DiagnosisException.Reason.TIME_OUT);
      go.countDown();
    }
    assertThat(heard).doesNotContain("too late");
  }

  @Test
  void stillHangs_nextQuestionIsNotWaitedForLonger() {
    try (Diagnoser bounded = new BoundedDiagnoser(new Deaf(), Duration.ofMillis(40))) {
      assertThatThrownBy(() -> bounded.diagnose(Inquiry.about(EVIDENCE, heard::add)))
          .hasMessageContaining("did not answer");
      assertThatThrownBy(() -> bounded.diagnose(Inquiry.about(EVIDENCE, heard::add)))
          .hasMessageStartingWith("Diagnoser 'deaf' still hangs on what it was asked before.");
      go.countDown();
    }
  }

  @Test
  void whoAskedIsInterrupted_isToldSo() {
    try (Diagnoser bounded = new BoundedDiagnoser(new Deaf(), Duration.ofMinutes(5))) {
      Thread.currentThread().interrupt();
      Throwable failure =
          catchThrowable(() -> bounded.diagnose(Inquiry.about(EVIDENCE, heard::add)));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure)
          .hasMessage("The wait for the answer of diagnoser 'deaf' was interrupted.");
      go.countDown();
    }
  }

  @Test
  void itsOwnFailure_isThrownAsItIs() {
    go.countDown();
    try (Diagnoser bounded = new BoundedDiagnoser(new Deaf(), Duration.ofMinutes(5))) {
      assertThatThrownBy(() -> bounded.diagnose(Inquiry.about(EVIDENCE, heard::add)))
          .hasMessage("of its own");
    }
    assertThat(heard).containsExactly("too late");
  }

  @Test
  void closed_saysSo() {
    Diagnoser bounded = new BoundedDiagnoser(new Deaf(), Duration.ofMinutes(5));
    bounded.close();
    assertThatThrownBy(() -> bounded.diagnose(Inquiry.about(EVIDENCE, heard::add)))
        .hasMessage("Diagnoser 'deaf' is closed.");
  }
}
