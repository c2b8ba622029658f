package io.chaoschapters.stage.panel;

import io.chaoschapters.stage.frame.Canvas;
import org.apiguardian.api.API;

/** A part of the stage. Draws what its title promises, as much of it as there is room for. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Panel {
  /** What its head says. */
  String title();

  /** Draws what is in it; the head is drawn already. */
  void draw(Canvas inside, Scene scene);

  /** What its head says beside the title, where there are so many columns; may be empty. */
  default String hint(Scene scene, int columns) {
    return "";
  }

  /** When what it shows was last news, in seconds since the run started; NaN for no time. */
  default double newsAt(Scene scene) {
    return Double.NaN;
  }

  /** Whether a small screen shows it in turn with others; it has a place of its own otherwise. */
  default boolean takesTurns() {
    return true;
  }

  /** Whether it shows what was observed, which fades when it gets old. */
  default boolean isObserved() {
    return false;
  }
}
