package io.chaoschapters.stage;

import org.apiguardian.api.API;

/**
 * What the presenter wants of the show. What only changes how it is looked at (zoom, freeze, notes,
 * evidence, an earlier page) never leaves the stage.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface PresenterCommand {

  /** Go on to the next step. */
  record Next() implements PresenterCommand {}

  /**
   * Go to a chapter.
   *
   * @param chapter its number, from 1
   */
  record Jump(int chapter) implements PresenterCommand {}

  /** Play this chapter again. */
  record RetryChapter() implements PresenterCommand {}

  /** Bring the subject back to where it was at the start. */
  record ResetSubject() implements PresenterCommand {}

  /** Stop going on by itself, or begin to again. */
  record HoldAutoAdvance() implements PresenterCommand {}

  /** Take the fault away now, and recover. */
  record AbortFault() implements PresenterCommand {}

  /** In the pause after a failure: ask the same diagnoser again. */
  record RetryDiagnosis() implements PresenterCommand {}

  /** In the pause after a failure: ask another diagnoser. */
  record OtherDiagnoser() implements PresenterCommand {}

  /** In the pause after a failure: go on with the failure as it is. */
  record Continue() implements PresenterCommand {}

  /**
   * End the show in good order. The presenter was asked first when a fault is active.
   *
   * @param reason why, in a few words
   */
  record Quit(String reason) implements PresenterCommand {}

  /** End the show at once; faults are undone all the same. */
  record QuitNow() implements PresenterCommand {}
}
