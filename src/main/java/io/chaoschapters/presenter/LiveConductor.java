package io.chaoschapters.presenter;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.Journal;
import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.junit.Conductor;
import io.chaoschapters.junit.FailedChapter;
import io.chaoschapters.junit.Show;
import io.chaoschapters.stage.PresenterCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Pauses after a failure, before anything is torn down, until the presenter decides. */
final class LiveConductor implements Conductor {
  private final CommandDesk desk;
  private final Supplier<Optional<Show>> show;
  private final Consumer<String> message;
  private final boolean attended;

  /**
   * Makes a conductor.
   *
   * @param message shows the presenter one line
   * @param attended false when nobody can decide, as in a rehearsal
   */
  LiveConductor(
      CommandDesk desk, Supplier<Optional<Show>> show, Consumer<String> message, boolean attended) {
    this.desk = desk;
    this.show = show;
    this.message = message;
    this.attended = attended;
  }

  /** The show's loop has waited for the presenter already. */
  @Override
  public void awaitStart(ChapterInfo chapter) {
    // Nothing is left to wait for.
  }

  @Override
  public void review(FailedChapter failed) {
    Optional<Journal> journal = show.get().map(Show::journal);
    if (!attended || journal.isEmpty() || Thread.currentThread().isInterrupted()) {
      return;
    }
    desk.reviewing(true);
    try {
      decide(failed, journal.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      desk.reviewing(false);
    }
  }

  private void decide(FailedChapter failed, Journal journal) throws InterruptedException {
    Diagnostician diagnostician = failed.diagnostician();
    while (true) {
      journal.append(
          EventType.WAITING,
          Map.of(
              "kind",
              "review",
              "what",
              "the presenter's decision",
              "answered",
              diagnostician.verdict().map(Diagnosis::headline).orElse(""),
              "reason",
              String.valueOf(failed.failure().getMessage())));
      PresenterCommand command = desk.take();
      if (command instanceof PresenterCommand.RetryDiagnosis) {
        ask(diagnostician, diagnostician.diagnosers().get(0));
      } else if (command instanceof PresenterCommand.OtherDiagnoser) {
        askOther(diagnostician);
      } else if (endsReview(command)) {
        return;
      }
    }
  }

  private static boolean endsReview(PresenterCommand command) {
    return !(command instanceof PresenterCommand.HoldAutoAdvance
        || command instanceof PresenterCommand.AbortFault);
  }

  private void askOther(Diagnostician diagnostician) {
    List<String> others = diagnostician.diagnosers();
    if (others.size() < 2) {
      message.accept("Only " + others.get(0) + " is here. Start with -Dai=first,second for two.");
      return;
    }
    String last =
        diagnostician.answers().isEmpty()
            ? others.get(0)
            : diagnostician
                .answers()
                .get(diagnostician.answers().size() - 1)
                .provenance()
                .diagnoser();
    ask(diagnostician, others.get((others.indexOf(last) + 1) % others.size()));
  }

  private void ask(Diagnostician diagnostician, String diagnoser) {
    try {
      diagnostician.askAgain(diagnoser);
    } catch (DiagnosisException e) {
      message.accept(diagnoser + " did not answer: " + e.getMessage());
    }
  }
}
