package io.chaoschapters.stage;

import org.apiguardian.api.API;

/** The parts of the stage, by the key that fills the screen with one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Panel {
  /** Title, narration, and what is waited for. */
  CHAPTER("CHAPTER"),
  /** The components and their health. */
  CLUSTER("CLUSTER"),
  /** What should hold, and whether it does. */
  INVARIANTS("INVARIANTS"),
  /** The signals' courses. */
  METRICS("METRICS"),
  /** The diagnoser's answer. */
  AI("AI"),
  /** The newest events. */
  LOG("LOG"),
  /** The status word. */
  STATUS("STATUS");

  private final String title;

  Panel(String title) {
    this.title = title;
  }

  /** The digit that zooms it. */
  public int key() {
    return ordinal() + 1;
  }

  /** What its head says. */
  public String title() {
    return title;
  }

  /** The panel of a digit from 1 to 7. */
  static Panel of(int key) {
    return values()[key - 1];
  }
}
