package io.chaoschapters.stage;

import io.chaoschapters.run.PresenterAction;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the presenter wants of the show. What only changes how it is looked at (zoom, freeze, notes,
 * evidence, an earlier page) never leaves the stage.
 *
 * @param action what
 * @param chapter the number of the chapter to go to, from 1; 0 for every other action
 * @param trouble why the show must end without the presenter; empty when they want it to
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record PresenterCommand(PresenterAction action, int chapter, Optional<String> trouble) {

  /** An action that says all by itself. */
  public static PresenterCommand of(PresenterAction action) {
    return new PresenterCommand(action, 0, Optional.empty());
  }

  public boolean is(PresenterAction other) {
    return action == other;
  }

  /** Go to a chapter. */
  public static PresenterCommand jump(int chapter) {
    return new PresenterCommand(PresenterAction.JUMP, chapter, Optional.empty());
  }

  /** End the show because the terminal is lost. */
  public static PresenterCommand quitBecause(String trouble) {
    return new PresenterCommand(PresenterAction.QUIT, 0, Optional.of(trouble));
  }
}
