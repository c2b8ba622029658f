package io.chaoschapters.stage;

import io.chaoschapters.run.PresenterAction;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the presenter wants of the show. What only changes how it is looked at (zoom, freeze, notes,
 * evidence, an earlier page) never leaves the stage.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface PresenterCommand {

  /** What the journal says of it. */
  PresenterAction action();

  /** Go on to the next step. */
  record Next() implements PresenterCommand {
    @Override
    public PresenterAction action() {
      return PresenterAction.NEXT;
    }
  }

  /**
   * Go to a chapter.
   *
   * @param chapter its number, from 1
   */
  record Jump(int chapter) implements PresenterCommand {
    @Override
    public PresenterAction action() {
      return PresenterAction.JUMP;
    }
  }

  /** Play this chapter again. */
  record RetryChapter() implements PresenterCommand {
    @Override
    public PresenterAction action() {
      return PresenterAction.RETRY_CHAPTER;
    }
  }

  /** Bring the subject back to where it was at the start. */
  record ResetSubject() implements PresenterCommand {
    @Override
    public PresenterAction action() {
      return PresenterAction.RESET_SUBJECT;
    }
  }

  /** Stop going on by itself, or begin to again. */
  record HoldAutoAdvance() implements PresenterCommand {
    @Override
    public PresenterAction action() {
      return PresenterAction.HOLD_AUTO_ADVANCE;
    }
  }

  /** Take the fault away now, and recover. */
  record AbortFault() implements PresenterCommand {
    @Override
    public PresenterAction action() {
      return PresenterAction.ABORT_FAULT;
    }
  }

  /** In the pause after a failure: ask the same diagnoser again. */
  record RetryDiagnosis() implements PresenterCommand {
    @Override
    public PresenterAction action() {
      return PresenterAction.RETRY_DIAGNOSIS;
    }
  }

  /** In the pause after a failure: ask another diagnoser. */
  record OtherDiagnoser() implements PresenterCommand {
    @Override
    public PresenterAction action() {
      return PresenterAction.OTHER_DIAGNOSER;
    }
  }

  /** In the pause after a failure: go on with the failure as it is. */
  record Continue() implements PresenterCommand {
    @Override
    public PresenterAction action() {
      return PresenterAction.CONTINUE;
    }
  }

  /**
   * End the show in good order. The presenter was asked first when a fault is active.
   *
   * @param trouble why the presenter's hands are gone; empty when they have quit by themselves
   */
  record Quit(Optional<String> trouble) implements PresenterCommand {
    /** The presenter quits. */
    public static Quit wanted() {
      return new Quit(Optional.empty());
    }

    /** The terminal is lost. */
    public static Quit lost(String trouble) {
      return new Quit(Optional.of(trouble));
    }

    @Override
    public PresenterAction action() {
      return PresenterAction.QUIT;
    }
  }

  /** End the show at once; faults are undone all the same. */
  record QuitNow() implements PresenterCommand {
    @Override
    public PresenterAction action() {
      return PresenterAction.QUIT_NOW;
    }
  }
}
