package io.chaoschapters.trials.baseline;

import org.apiguardian.api.API;

/** How something compares with the baseline. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Standing {
  /** Worse, and not by chance. */
  WORSE("worse"),
  /** It cannot be told, which is no pass. */
  UNDECIDED("cannot be told"),
  /** Not worse. */
  NOT_WORSE("not worse"),
  /** Better, and not by chance. */
  BETTER("better");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
