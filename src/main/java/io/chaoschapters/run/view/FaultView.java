package io.chaoschapters.run.view;

import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A fault and what became of it. Times are seconds since the run started; NaN for what has not
 * happened.
 *
 * @param name its name
 * @param targets the components that it hits; empty for the whole system
 * @param seconds how long it is to last
 * @param undo how it is undone, a clause a step
 * @param armedAt when it was about to be injected
 * @param injectedAt when it was injected
 * @param endedAt when it was over
 * @param witness what an independent probe saw; null until it has looked
 * @param keptFor how long it lasts at most, in seconds from its injection on, because it is kept
 *     for a review; NaN when it is not
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record FaultView(
    String name,
    List<String> targets,
    double seconds,
    List<String> undo,
    double armedAt,
    double injectedAt,
    double endedAt,
    @Nullable Witness witness,
    double keptFor) {

  /**
   * What an independent probe saw of a fault.
   *
   * @param seen whether it saw the fault
   * @param statement what it saw
   */
  public record Witness(boolean seen, String statement) {}

  static List<FaultView> after(List<FaultView> faults, JournalEntry entry) {
    if (!(entry.event() instanceof FaultEvent event)) {
      return faults;
    }
    List<FaultView> next = new ArrayList<>(faults);
    if (event instanceof FaultEvent.Armed armed) {
      next.add(of(armed, entry.elapsed()));
    } else if (event instanceof FaultEvent.Ended ended) {
      next.replaceAll(fault -> fault.after(ended, entry.elapsed()));
    } else if (!next.isEmpty()) {
      next.add(next.remove(next.size() - 1).after(event, entry.elapsed()));
    }
    return List.copyOf(next);
  }

  private FaultView after(FaultEvent.Ended ended, double at) {
    return name.equals(ended.fault()) && !isOver()
        ? new FaultView(name, targets, seconds, undo, armedAt, injectedAt, at, witness, keptFor)
        : this;
  }

  private static FaultView of(FaultEvent.Armed armed, double at) {
    return new FaultView(
        armed.fault(),
        armed.targets(),
        armed.seconds(),
        armed.undo(),
        at,
        Double.NaN,
        Double.NaN,
        null,
        Double.NaN);
  }

  private FaultView after(FaultEvent event, double at) {
    if (event instanceof FaultEvent.Injected) {
      return new FaultView(name, targets, seconds, undo, armedAt, at, endedAt, witness, keptFor);
    }
    if (event instanceof FaultEvent.Witnessed seen) {
      return with(new Witness(true, seen.statement()));
    }
    if (event instanceof FaultEvent.NotWitnessed missed) {
      return with(new Witness(false, missed.statement()));
    }
    if (event instanceof FaultEvent.Kept kept && !isOver()) {
      return new FaultView(
          name, targets, seconds, undo, armedAt, injectedAt, endedAt, witness, kept.seconds());
    }
    return this;
  }

  private FaultView with(Witness report) {
    return new FaultView(
        name, targets, seconds, undo, armedAt, injectedAt, endedAt, report, keptFor);
  }

  /** Whether it was injected. */
  public boolean wasInjected() {
    return !Double.isNaN(injectedAt);
  }

  /** Whether it is over. */
  public boolean isOver() {
    return !Double.isNaN(endedAt);
  }

  /** Whether it lasts beyond its time, because the presenter reviews the chapter. */
  public boolean isKept() {
    return !Double.isNaN(keptFor);
  }

  /** How long it is to last, or lasts at most where it is kept; seconds from its injection on. */
  public double lasts() {
    return isKept() ? keptFor : seconds;
  }

  /** What and where, such as {@code freeze on till-2}. */
  public String words() {
    String plain = name.replace('-', ' ');
    return targets.isEmpty() ? plain : plain + " on " + String.join(", ", targets);
  }
}
