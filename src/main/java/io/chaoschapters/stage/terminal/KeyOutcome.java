package io.chaoschapters.stage.terminal;

import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.stage.panel.ViewState;
import java.util.Optional;

/**
 * What a key did.
 *
 * @param view what the presenter has chosen to see from now on
 * @param command what the presenter wants of the show, if anything
 * @param errand what the stage has to do by itself
 */
record KeyOutcome(ViewState view, Optional<PresenterCommand> command, Errand errand) {

  /** What the stage does by itself. */
  enum Errand {
    NONE,
    SAVE_STILL,
    COPY_PANEL
  }

  static KeyOutcome look(ViewState view) {
    return new KeyOutcome(view, Optional.empty(), Errand.NONE);
  }

  static KeyOutcome say(ViewState view, PresenterAction action) {
    return say(view, PresenterCommand.of(action));
  }

  static KeyOutcome say(ViewState view, PresenterCommand command) {
    return new KeyOutcome(view, Optional.of(command), Errand.NONE);
  }

  static KeyOutcome run(ViewState view, Errand errand) {
    return new KeyOutcome(view, Optional.empty(), errand);
  }
}
