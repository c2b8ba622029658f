package io.chaoschapters.stage.status;

import io.chaoschapters.run.Standing;
import io.chaoschapters.run.view.ChaosView;
import io.chaoschapters.run.view.FaultView;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/**
 * How the system is, computed from the fault and the invariants, never set.
 *
 * @param word for the last row
 * @param why in a few words; may be empty
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Status(StatusWord word, String why) {

  /**
   * The status at a time.
   *
   * @param now seconds since the run started
   */
  public static Status of(RunView run, double now) {
    if (!run.facts().isOver()) {
      return at(run, now);
    }
    Status last = at(run, run.facts().endedAt());
    return new Status(last.word(), "when the run ended: " + last.why());
  }

  private static Status at(RunView run, double now) {
    ChaosView chaos = run.chaos();
    String fault = run.fault().map(FaultView::words).orElse("");
    return switch (chaos.phase()) {
      case ARMED, ACTIVE -> new Status(StatusWord.INJECTING, fault);
      case FAILED -> new Status(StatusWord.UNKNOWN, "not recovered: " + chaos.trouble());
      case CUT_SHORT -> new Status(StatusWord.RECOVERING, cutShort(run));
      case ENDED -> recovering(run, "after " + fault);
      case RECOVERING -> recovering(run, "rollback under way");
      case NONE -> atRest(run, DataAge.of(run, now));
    };
  }

  /** A presenter alone can end the wait for the steady state, by leaving. */
  private static String cutShort(RunView run) {
    return "cut short by the presenter; "
        + (run.fault().isPresent() ? "the fault was undone" : "the load was stopped");
  }

  private static Status recovering(RunView run, String otherwise) {
    int violated = run.observed().count(Standing.VIOLATED);
    return new Status(StatusWord.RECOVERING, violated == 0 ? otherwise : outOfBounds(violated));
  }

  private static Status atRest(RunView run, DataAge age) {
    if (age.isUnknown()) {
      return new Status(
          StatusWord.UNKNOWN, Double.isNaN(age.seconds()) ? "no data yet" : "data " + age.words());
    }
    int violated = run.observed().count(Standing.VIOLATED);
    if (violated > 0) {
      return outOfBounds(run.chaos(), violated);
    }
    int unknown = run.observed().count(Standing.UNKNOWN);
    if (unknown > 0) {
      return new Status(StatusWord.UNKNOWN, unknown + " not measurable");
    }
    return normal(run);
  }

  /** What there is nothing to measure of holds nothing up, unless nothing at all was measured. */
  private static Status normal(RunView run) {
    int invariants = run.observed().invariants().size();
    int notYet = run.observed().count(Standing.NOT_YET);
    if (invariants == 0) {
      return new Status(StatusWord.NORMAL, "no fault");
    }
    if (notYet == invariants) {
      return new Status(StatusWord.UNKNOWN, "nothing to measure yet");
    }
    String hold =
        RootLocale.format("no fault, %d of %d invariants hold", invariants - notYet, invariants);
    return new Status(
        StatusWord.NORMAL, notYet == 0 ? hold : hold + ", " + notYet + " not measured yet");
  }

  /** Traffic that pushes the system out of its bounds is what is done to it. */
  private static Status outOfBounds(ChaosView chaos, int violated) {
    if (chaos.load() != null) {
      return new Status(StatusWord.INJECTING, chaos.load() + ": " + outOfBounds(violated));
    }
    return chaos.stressed()
        ? new Status(StatusWord.RECOVERING, outOfBounds(violated))
        : new Status(StatusWord.UNKNOWN, outOfBounds(violated) + " without a fault");
  }

  private static String outOfBounds(int count) {
    return count == 1 ? "1 invariant out of bounds" : count + " invariants out of bounds";
  }
}
