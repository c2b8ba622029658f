package io.chaoschapters.presenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.stage.PresenterCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chapters here press keys themselves, as the key thread would do meanwhile. */
class CommandDeskTest {
  private static final Duration AT_ONCE = Duration.ZERO;

  private final List<String> done = new ArrayList<>();
  private final CommandDesk desk = new CommandDesk(new NotedControls(done));

  @BeforeEach
  void threeChapters() {
    desk.expect(3);
  }

  @AfterEach
  void noInterruptIsLeft() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void nextWhileNothingPlays_isQueued() throws InterruptedException {
    desk.accept(PresenterCommand.of(PresenterAction.NEXT));

    assertThat(desk.poll(AT_ONCE)).isEqualTo(PresenterCommand.of(PresenterAction.NEXT));
    assertThat(done).containsExactly("note NEXT");
  }

  @Test
  void jumpToAChapterThatIsNotThere_isRefusedWithASentence() throws InterruptedException {
    desk.accept(PresenterCommand.jump(4));
    desk.accept(PresenterCommand.jump(0));

    assertThat(desk.poll(AT_ONCE)).isNull();
    assertThat(done)
        .containsExactly(
            "message There is no chapter 4; the show has 3.",
            "message There is no chapter 0; the show has 3.");
  }

  @Test
  void nextWhileAConditionIsAwaited_isAForcedAdvance() {
    PresenterCommand wish =
        desk.play(
            () -> {
              desk.waitingForCondition(true);
              desk.accept(PresenterCommand.of(PresenterAction.NEXT));
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
            });

    assertThat(wish).isNull();
    assertThat(done).containsExactly("note FORCED_ADVANCE");
  }

  @Test
  void nextWhileAChapterWorks_neitherEndsItNorBeginsTheNext() throws InterruptedException {
    desk.play(
        () -> {
          desk.accept(PresenterCommand.of(PresenterAction.NEXT));
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
        });

    assertThat(desk.poll(AT_ONCE)).isNull();
    assertThat(done).containsExactly("note NEXT");
  }

  @Test
  void jumpWhileAChapterPlays_endsItAndIsTheWish() {
    PresenterCommand wish =
        desk.play(
            () -> {
              desk.accept(PresenterCommand.jump(2));
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
            });

    assertThat(wish).isEqualTo(PresenterCommand.jump(2));
  }

  @Test
  void chapterCutShort_recoversUninterrupted() {
    desk.play(
        () -> {
          desk.accept(PresenterCommand.jump(2));
          desk.recovering(true);
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          desk.accept(PresenterCommand.of(PresenterAction.RETRY_CHAPTER));
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          desk.recovering(false);
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
  }

  @Test
  void quitWhileRecovering_waitsForNoSteadyState() {
    PresenterCommand quit = PresenterCommand.of(PresenterAction.QUIT);
    PresenterCommand wish =
        desk.play(
            () -> {
              desk.recovering(true);
              desk.accept(quit);
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
            });

    assertThat(wish).isEqualTo(quit);
  }

  @Test
  void abort_takesTheFaultAwayAndCutsTheWaitShort() {
    desk.play(
        () -> {
          desk.waitingForCondition(true);
          desk.accept(PresenterCommand.of(PresenterAction.ABORT_FAULT));
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });

    assertThat(done).containsExactly("note ABORT_FAULT", "abort");
  }

  @Test
  void abortWhileAFailureIsReviewed_takesTheFaultAwayAndReviewsOn() {
    desk.play(
        () -> {
          desk.reviewing(true);
          desk.accept(PresenterCommand.of(PresenterAction.ABORT_FAULT));
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          assertThat(polled()).isEqualTo(PresenterCommand.of(PresenterAction.ABORT_FAULT));
          desk.reviewing(false);
        });

    assertThat(done).containsExactly("note ABORT_FAULT", "abort");
  }

  @Test
  void quitWhileADiagnoserIsAsked_endsTheQuestion() {
    desk.play(
        () -> {
          desk.reviewing(true);
          desk.asking(true);
          desk.accept(PresenterCommand.of(PresenterAction.QUIT));
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
  }

  @Test
  void nextWhileTheClusterStarts_isAnsweredAndNotKept() throws InterruptedException {
    desk.starting(true);
    desk.accept(PresenterCommand.of(PresenterAction.NEXT));
    desk.accept(PresenterCommand.jump(2));

    assertThat(desk.poll(AT_ONCE)).isEqualTo(PresenterCommand.jump(2));
    assertThat(done).contains("message the cluster is still starting");
  }

  @Test
  void hold_isKeptOverChapters() {
    desk.play(() -> desk.accept(PresenterCommand.of(PresenterAction.HOLD_AUTO_ADVANCE)));
    assertThat(desk.isHeld()).isTrue();

    desk.accept(PresenterCommand.of(PresenterAction.HOLD_AUTO_ADVANCE));
    assertThat(desk.isHeld()).isFalse();
  }

  @Test
  void quitNow_leavesAtOnceWhateverPlays() {
    desk.play(() -> desk.accept(PresenterCommand.of(PresenterAction.QUIT_NOW)));

    assertThat(done).containsExactly("note QUIT_NOW", "leave");
  }

  private PresenterCommand polled() {
    try {
      return desk.poll(AT_ONCE);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
