package io.chaoschapters.stage;

import io.chaoschapters.stage.InvariantView.Standing;
import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/**
 * How the system is, computed from the fault and the invariants; nobody sets it.
 *
 * @param word for the last row
 * @param why in a few words; may be empty
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Status(StatusWord word, String why) {

  /**
   * The status at a time.
   *
   * @param now seconds since the run started
   */
  public static Status of(StageState state, double now) {
    if (!state.run().isOver()) {
      return at(state, now);
    }
    Status last = at(state, state.run().endedAt());
    return new Status(last.word(), "when the run ended: " + last.why());
  }

  private static Status at(StageState state, double now) {
    FaultState fault = state.fault();
    DataAge age = DataAge.of(state.vitals().observedAt(), now, state.run().pollSeconds());
    return switch (fault.phase()) {
      case ARMED, ACTIVE -> new Status(StatusWord.INJECTING, fault.words());
      case FAILED -> new Status(StatusWord.UNKNOWN, "not recovered: " + fault.trouble());
      case ENDED -> recovering(state, "after " + fault.words());
      case RECOVERING -> recovering(state, "rollback under way");
      case NONE -> atRest(state, age);
    };
  }

  private static Status recovering(StageState state, String otherwise) {
    long violated = count(state, Standing.VIOLATED);
    return new Status(StatusWord.RECOVERING, violated == 0 ? otherwise : outOfBounds(violated));
  }

  private static Status atRest(StageState state, DataAge age) {
    if (age.isUnknown()) {
      return new Status(
          StatusWord.UNKNOWN, Double.isNaN(age.seconds()) ? "no data yet" : "data " + age.words());
    }
    long violated = count(state, Standing.VIOLATED);
    if (violated > 0) {
      return outOfBounds(state.fault(), violated);
    }
    long unknown = count(state, Standing.UNKNOWN);
    if (unknown > 0) {
      return new Status(StatusWord.UNKNOWN, unknown + " not measurable");
    }
    return normal(state);
  }

  /** What there is nothing to measure of holds nothing up, unless nothing at all was measured. */
  private static Status normal(StageState state) {
    int invariants = state.vitals().invariants().size();
    long notYet = count(state, Standing.NOT_YET);
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
  private static Status outOfBounds(FaultState fault, long violated) {
    if (!fault.load().isEmpty()) {
      return new Status(StatusWord.INJECTING, fault.load() + ": " + outOfBounds(violated));
    }
    return fault.stressed()
        ? new Status(StatusWord.RECOVERING, outOfBounds(violated))
        : new Status(StatusWord.UNKNOWN, outOfBounds(violated) + " without a fault");
  }

  private static long count(StageState state, Standing standing) {
    return state.vitals().invariants().stream().filter(i -> i.standing() == standing).count();
  }

  private static String outOfBounds(long count) {
    return count == 1 ? "1 invariant out of bounds" : count + " invariants out of bounds";
  }
}
