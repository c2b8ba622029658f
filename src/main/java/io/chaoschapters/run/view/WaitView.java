package io.chaoschapters.run.view;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.run.Waiting;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the run waits for.
 *
 * @param waiting for what, and how long at most
 * @param since when it began, in seconds since the run started
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record WaitView(Waiting waiting, double since) {

  static @Nullable WaitView after(@Nullable WaitView before, JournalEntry entry) {
    if (entry.event() instanceof Waiting next) {
      return new WaitView(next, entry.elapsed());
    }
    return before == null || before.isEndedBy(entry.event()) ? null : before;
  }

  private boolean isEndedBy(RunEvent event) {
    if (event instanceof ViolationEvent.Raised raised) {
      return raised.invariant().equals(waiting.invariant());
    }
    if (event instanceof FaultEvent.Witnessed || event instanceof FaultEvent.NotWitnessed) {
      return waiting.kind() == Waiting.Kind.WITNESS;
    }
    if (event instanceof RunEvent.ClusterReady) {
      return waiting.kind() == Waiting.Kind.START;
    }
    return event instanceof ChapterEvent
        || event instanceof RecoveryEvent
        || event instanceof PresenterEvent
        || event instanceof FaultEvent.Armed
        // One that a violation has woken works beside the chapter, which goes on waiting.
        || event instanceof DiagnosisEvent.Asked asked && !asked.woken()
        || event instanceof RunEvent.Ended;
  }

  /** What the run waits for. */
  public Waiting.Kind kind() {
    return waiting.kind();
  }

  /** The awaited condition, as a noun phrase. */
  public String what() {
    return waiting.what();
  }

  /** How much of the time is used up, from 0 to 1; NaN when there is no bound. */
  public double progress(double now) {
    Double most = waiting.atMost();
    return most != null && most > 0 ? Math.max(0, Math.min(1, (now - since) / most)) : Double.NaN;
  }

  /** Seconds that are left; NaN when there is no bound. */
  public double left(double now) {
    Double most = waiting.atMost();
    return most == null ? Double.NaN : Math.max(0, since + most - now);
  }
}
