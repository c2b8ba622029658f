package io.chaoschapters.run;

import org.apiguardian.api.API;

/** How a run ended. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum RunVerdict {
  /** Every chapter passed, or was skipped because it does not apply. */
  PASS("pass"),
  /** A chapter did not pass, or none was run. */
  NOT_PASSED("not passed"),
  /** It was ended before its time. */
  CUT_OFF("cut off");

  private final String words;

  RunVerdict(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
