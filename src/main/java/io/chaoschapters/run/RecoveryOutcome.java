package io.chaoschapters.run;

import org.apiguardian.api.API;

/** What became of undoing an experiment. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum RecoveryOutcome {
  /** The rollback worked and the steady state came back in time. */
  RECOVERED("recovered"),
  /** The rollback worked but the steady state did not come back in time. */
  NOT_RECOVERED("not recovered"),
  /** The rollback worked; the wait for the steady state was cut short, as by a presenter. */
  CUT_SHORT("cut short"),
  /** A step of the rollback failed, whatever became of the steady state. */
  ROLLBACK_FAILED("rollback failed");

  private final String words;

  RecoveryOutcome(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
