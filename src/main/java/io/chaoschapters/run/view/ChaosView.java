package io.chaoschapters.run.view;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.LoadEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the system at the moment.
 *
 * @param phase how far the newest fault is
 * @param since when the phase began, in seconds since the run started; NaN before the first
 * @param trouble why the steady state did not come back, or empty
 * @param load the client traffic that runs; null when none does
 * @param stressed whether there was a fault or client traffic in this chapter
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ChaosView(
    Phase phase, double since, String trouble, @Nullable String load, boolean stressed) {
  static final ChaosView NONE = new ChaosView(Phase.NONE, Double.NaN, "", null, false);

  /** How far a fault is. */
  public enum Phase {
    /** There is none, or its effects are over. */
    NONE,
    /** It is about to be injected. */
    ARMED,
    /** It is there. */
    ACTIVE,
    /** It was taken away; its effects may last. */
    ENDED,
    /** Rollback has begun. */
    RECOVERING,
    /** The steady state did not come back. */
    FAILED,
    /** All was undone, and nobody waited until the steady state was back. */
    CUT_SHORT
  }

  ChaosView apply(JournalEntry entry) {
    RunEvent event = entry.event();
    double now = entry.elapsed();
    if (event instanceof FaultEvent.Armed) {
      return new ChaosView(Phase.ARMED, now, "", load, true);
    }
    if (event instanceof FaultEvent.Injected) {
      return new ChaosView(Phase.ACTIVE, now, "", load, true);
    }
    if (event instanceof FaultEvent.Ended) {
      return in(Phase.ENDED, now, "");
    }
    if (event instanceof RecoveryEvent.Begun) {
      return in(Phase.RECOVERING, now, "");
    }
    if (event instanceof RecoveryEvent.Recovered) {
      return in(Phase.NONE, now, "");
    }
    if (event instanceof RecoveryEvent.Failed failed) {
      boolean cutShort = failed.outcome() == RecoveryOutcome.CUT_SHORT;
      return in(cutShort ? Phase.CUT_SHORT : Phase.FAILED, now, failed.reason());
    }
    if (event instanceof LoadEvent.Started started) {
      return new ChaosView(phase, since, trouble, started.load(), true);
    }
    if (event instanceof LoadEvent.Ended) {
      return new ChaosView(phase, since, trouble, null, stressed);
    }
    boolean chapterBegins = event instanceof ChapterEvent.Scheduled && phase == Phase.NONE;
    return chapterBegins ? NONE : this;
  }

  private ChaosView in(Phase next, double at, String reason) {
    return new ChaosView(next, at, reason, load, stressed);
  }

  /** Whether something may be done to the system at this moment. */
  public boolean isActive() {
    return phase == Phase.ARMED || phase == Phase.ACTIVE;
  }
}
