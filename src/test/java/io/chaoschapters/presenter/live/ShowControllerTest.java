package io.chaoschapters.presenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.junit.OpenShows;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chapters here press keys themselves, as the key thread would do meanwhile. */
class ShowControllerTest {
  private static final Duration AT_ONCE = Duration.ZERO;

  private final List<String> done = new ArrayList<>();
  private final ShowController controller = new ShowController(new NotedControls(done));

  @BeforeEach
  void threeChapters() {
    controller.expect(3);
  }

  private void awaitsAViolation() {
    heard(new Waiting(Waiting.Kind.VIOLATION, "the queue to be long", null, null));
  }

  private void heard(RunEvent event) {
    controller.on(new JournalEntry(1, Instant.EPOCH, 0, null, event), RunView.live());
  }

  @AfterEach
  void noInterruptIsLeft() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void nextWhileNothingPlays_isQueued() throws InterruptedException {
    controller.accept(PresenterCommand.of(PresenterAction.NEXT));

    assertThat(controller.poll(AT_ONCE)).isEqualTo(PresenterCommand.of(PresenterAction.NEXT));
    assertThat(done).containsExactly("note NEXT");
  }

  @Test
  void jumpToAChapterThatIsNotThere_isRefusedWithASentence() throws InterruptedException {
    assertThat(controller.accept(PresenterCommand.jump(4)))
        .hasValue("There is no chapter 4; the show has 3.");
    assertThat(controller.accept(PresenterCommand.jump(0)))
        .hasValue("There is no chapter 0; the show has 3.");

    assertThat(controller.poll(AT_ONCE)).isNull();
    assertThat(done).isEmpty();
  }

  @Test
  void nextWhileAConditionIsAwaited_isAForcedAdvance() {
    PresenterCommand wish =
        controller.play(
            () -> {
              awaitsAViolation();
              controller.accept(PresenterCommand.of(PresenterAction.NEXT));
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
            });

    assertThat(wish).isNull();
    assertThat(done).containsExactly("note FORCED_ADVANCE");
  }

  @Test
  void nextWhileAChapterWorks_neitherEndsItNorBeginsTheNext() throws InterruptedException {
    controller.play(
        () -> {
          controller.accept(PresenterCommand.of(PresenterAction.NEXT));
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
        });

    assertThat(controller.poll(AT_ONCE)).isNull();
    assertThat(done).containsExactly("note NEXT");
  }

  @Test
  void jumpWhileAChapterPlays_endsItAndIsTheWish() {
    PresenterCommand wish =
        controller.play(
            () -> {
              controller.accept(PresenterCommand.jump(2));
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
            });

    assertThat(wish).isEqualTo(PresenterCommand.jump(2));
  }

  @Test
  void chapterCutShort_recoversUninterrupted() {
    controller.play(
        () -> {
          controller.accept(PresenterCommand.jump(2));
          controller.recovering(true);
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          controller.accept(PresenterCommand.of(PresenterAction.RETRY_CHAPTER));
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          controller.recovering(false);
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
  }

  @Test
  void quitWhileRecovering_waitsForNoSteadyState() {
    PresenterCommand quit = PresenterCommand.of(PresenterAction.QUIT);
    PresenterCommand wish =
        controller.play(
            () -> {
              controller.recovering(true);
              controller.accept(quit);
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
            });

    assertThat(wish).isEqualTo(quit);
  }

  @Test
  void abort_takesTheFaultAwayAndCutsTheWaitShort() {
    controller.play(
        () -> {
          awaitsAViolation();
          controller.accept(PresenterCommand.of(PresenterAction.ABORT_FAULT));
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });

    assertThat(done).containsExactly("note ABORT_FAULT", "abort");
  }

  @Test
  void abortWhileAFailureIsReviewed_takesTheFaultAwayAndReviewsOn() {
    controller.play(
        () -> {
          controller.reviewing(true);
          controller.accept(PresenterCommand.of(PresenterAction.ABORT_FAULT));
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          assertThat(polled()).isEqualTo(PresenterCommand.of(PresenterAction.ABORT_FAULT));
          controller.reviewing(false);
        });

    assertThat(done).containsExactly("note ABORT_FAULT", "abort");
  }

  @Test
  void quitWhileADiagnoserIsAsked_endsTheQuestion() {
    controller.play(
        () -> {
          controller.reviewing(true);
          controller.asking(true);
          controller.accept(PresenterCommand.of(PresenterAction.QUIT));
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
  }

  @Test
  void nextWhileTheClusterStarts_isAnsweredAndNotKept() throws InterruptedException {
    controller.starting(true);
    assertThat(controller.accept(PresenterCommand.of(PresenterAction.NEXT)))
        .hasValue("the cluster is still starting");
    assertThat(controller.accept(PresenterCommand.jump(2))).isEmpty();

    assertThat(controller.poll(AT_ONCE)).isEqualTo(PresenterCommand.jump(2));
  }

  /** What is not the run's own is hit only once the presenter has said so. */
  @Test
  void nextWhileAConfirmationIsAsked_confirms() throws Exception {
    controller.starting(true);
    List<String> shown = new CopyOnWriteArrayList<>();
    LiveConductor conductor =
        new LiveConductor(controller, new OpenShows(), shown::add, true, Duration.ZERO);
    FutureTask<Boolean> asked =
        new FutureTask<>(
            () -> {
              conductor.confirm(List.of("Attached to staging: 2 may be hit.", "pod a", "pod b"));
              return true;
            });
    DaemonThreads.thread("test-confirm", asked).start();
    Wait.atMost("the question", Duration.ofSeconds(30))
        .until(() -> new Progress(!shown.isEmpty(), "not asked"));
    assertThat(shown.get(0))
        .isEqualTo("Attached to staging: 2 may be hit. Space: go on. q: leave.");
    assertThat(asked.isDone()).isFalse();

    Wait.atMost("the confirmation", Duration.ofSeconds(30))
        .until(
            () ->
                new Progress(
                    controller
                        .accept(PresenterCommand.of(PresenterAction.NEXT))
                        .orElse("")
                        .equals("confirmed"),
                    "not taken"));

    assertThat(asked.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void rehearsal_isAskedNothing() {
    LiveConductor conductor =
        new LiveConductor(
            controller,
            new OpenShows(),
            line -> {
              throw new AssertionError(line);
            },
            false,
            Duration.ZERO);

    conductor.confirm(List.of("Attached to staging."));
  }

  @Test
  void hold_isKeptOverChapters() {
    controller.play(
        () -> controller.accept(PresenterCommand.of(PresenterAction.HOLD_AUTO_ADVANCE)));
    assertThat(controller.isHeld()).isTrue();

    controller.accept(PresenterCommand.of(PresenterAction.HOLD_AUTO_ADVANCE));
    assertThat(controller.isHeld()).isFalse();
  }

  @Test
  void quitNow_leavesAtOnceWhateverPlays() {
    controller.play(() -> controller.accept(PresenterCommand.of(PresenterAction.QUIT_NOW)));

    assertThat(done).containsExactly("note QUIT_NOW", "leave");
  }

  private PresenterCommand polled() {
    try {
      return controller.poll(AT_ONCE);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
