package io.chaoschapters.presenter.live;

import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.diagnosis.ChapterDiagnostician;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.grading.DiagnosisRejectedError;
import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.junit.Conductor;
import io.chaoschapters.junit.FailedChapter;
import io.chaoschapters.junit.OpenShows;
import io.chaoschapters.junit.RunSession;
import io.chaoschapters.presenter.mode.Sentence;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.waiting.WaitInterruptedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pauses after a failure, before anything is torn down, until the presenter decides. */
final class LiveConductor implements Conductor {
  /** A message goes away by itself. */
  private static final Duration SHOWN = Duration.ofSeconds(4);

  private final ShowController controller;
  private final OpenShows shows;
  private final Consumer<String> message;
  private final boolean attended;
  private final Duration keepAtMost;

  /**
   * Makes a conductor.
   *
   * @param message shows the presenter one line
   * @param attended false when no presenter can decide, as in a rehearsal
   * @param keepAtMost how long a fault and its load are kept beyond their time during a review
   */
  LiveConductor(
      ShowController controller,
      OpenShows shows,
      Consumer<String> message,
      boolean attended,
      Duration keepAtMost) {
    this.controller = controller;
    this.shows = shows;
    this.message = message;
    this.attended = attended;
    this.keepAtMost = keepAtMost;
  }

  /** Space confirms; quitting ends the start. */
  @Override
  public void confirm(List<String> preview) {
    if (!attended) {
      return;
    }
    try {
      do {
        message.accept(preview.get(0) + " Space: go on. q: leave.");
      } while (!controller.isConfirmed(SHOWN));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException("Nothing was hit: the presenter did not confirm it.", e);
    }
  }

  /** The show's loop has waited for the presenter already. */
  @Override
  public void awaitStart(ChapterInfo chapter) {
    // Nothing is left to wait for.
  }

  /** A chapter that the presenter has cut short is not reviewed: they know why it ended. */
  @Override
  public void review(FailedChapter failed) {
    Optional<Journal> journal = shows.current().map(RunSession::journal);
    boolean cutShort =
        Thread.currentThread().isInterrupted()
            || failed.failure() instanceof WaitInterruptedException;
    if (!attended || journal.isEmpty() || cutShort) {
      return;
    }
    controller.reviewing(true);
    try {
      shows.current().flatMap(RunSession::experimentRun).ifPresent(ExperimentRun::keep);
      decide(failed, journal.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      controller.reviewing(false);
    }
  }

  @Override
  public Duration keepsFaults() {
    return attended ? keepAtMost : Duration.ZERO;
  }

  @Override
  public <T extends @Nullable Object> T recovering(Supplier<T> recovery) {
    controller.recovering(true);
    try {
      return recovery.get();
    } finally {
      controller.recovering(false);
    }
  }

  private void decide(FailedChapter failed, Journal journal) throws InterruptedException {
    ChapterDiagnostician diagnostician = failed.diagnostician();
    // The verdict rests on the first diagnoser's answer, until the presenter asks once more.
    Optional<Diagnosis> shown = diagnostician.verdict();
    PresenterCommand command;
    do {
      journal.append(offer(failed, shown));
      command = controller.take();
      if (command.is(PresenterAction.RETRY_DIAGNOSIS)) {
        shown = ask(diagnostician, diagnostician.diagnosers().get(0), shown);
      } else if (command.is(PresenterAction.OTHER_DIAGNOSER)) {
        shown = askOther(diagnostician, shown);
      }
    } while (!endsReview(command));
  }

  private static PresenterEvent.ReviewOpened offer(
      FailedChapter failed, Optional<Diagnosis> shown) {
    DiagnosisRejectedError rejected = DiagnosisRejectedError.in(failed.failure()).orElse(null);
    return new PresenterEvent.ReviewOpened(
        rejected == null ? null : rejected.expected(),
        shown.map(LiveConductor::words).orElse(null),
        rejected != null && shown.map(rejected::accepts).orElse(false),
        Sentence.of(failed.failure()));
  }

  private static String words(Diagnosis answer) {
    return answer.provenance().diagnoser() + ": " + answer.headline();
  }

  private static boolean endsReview(PresenterCommand command) {
    return command.is(PresenterAction.CONTINUE)
        || command.is(PresenterAction.NEXT)
        || command.action().leaves();
  }

  /** The one after the one whose answer is shown. */
  private Optional<Diagnosis> askOther(
      ChapterDiagnostician diagnostician, Optional<Diagnosis> shown) {
    List<String> others = diagnostician.diagnosers();
    if (others.size() < 2) {
      message.accept("Only " + others.get(0) + " is here. Start with -Dai=first,second for two.");
      return shown;
    }
    int last = shown.map(answer -> others.indexOf(answer.provenance().diagnoser())).orElse(0);
    return ask(diagnostician, others.get((last + 1) % others.size()), shown);
  }

  /** The answer; what was shown before when there is none. */
  private Optional<Diagnosis> ask(
      ChapterDiagnostician diagnostician, String diagnoser, Optional<Diagnosis> before) {
    controller.asking(true);
    try {
      return Optional.of(diagnostician.askAgain(diagnoser));
    } catch (DiagnosisException e) {
      message.accept(diagnoser + " did not answer: " + Sentence.of(e));
      return before;
    } finally {
      controller.asking(false);
    }
  }
}
