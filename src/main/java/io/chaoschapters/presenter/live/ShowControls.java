package io.chaoschapters.presenter.live;

import io.chaoschapters.run.PresenterAction;

/** What keys do to the show that plays. Every method returns at once. */
interface ShowControls {
  /** Writes down what the presenter did. */
  void note(PresenterAction action);

  /** Takes the fault away, if there is one. */
  void abortFault();

  /** Ends the program; faults are undone on the way out. */
  void leaveAtOnce();
}
