package io.chaoschapters.junit;

import io.chaoschapters.chaos.Recovery;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.text.Failure;
import org.apiguardian.api.API;

/** A chapter's fault was not undone in time, so the chapter fails whatever it asserted. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RecoveryFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean cutShort;

  RecoveryFailedException(Recovery recovery) {
    super(recovery.sentence());
    this.cutShort = recovery.state() == RecoveryOutcome.CUT_SHORT;
  }

  /** What blocks the chapters after it. */
  String leaves() {
    return (cutShort ? "recovery was cut short: " : "the cluster was left dirty: ")
        + Failure.words(this);
  }

  /** Whether nobody waited for the end of it, so that it is not known. */
  boolean isCutShort() {
    return cutShort;
  }
}
