package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import org.apiguardian.api.API;

/**
 * What the show waits for.
 *
 * @param kind whether somebody or something has to act; {@link Kind#NOTHING} for no wait
 * @param what a noun phrase
 * @param atMost how long it may take in seconds, NaN for as long as it takes
 * @param since when it began, in seconds since the run started
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Waiting(Kind kind, String what, double atMost, double since) {

  /** On whom the show waits. */
  public enum Kind {
    /** It does not wait. */
    NOTHING,
    /** On the system under test. */
    CONDITION,
    /** On the presenter, however long it takes. */
    KEY,
    /** On the clock: it goes on by itself. */
    COUNTDOWN,
    /** On the presenter, who decides what becomes of a chapter that failed. */
    REVIEW,
    /** On the presenter, after the last chapter. */
    END;

    private static Kind of(String text) {
      return switch (text) {
        case "key" -> KEY;
        case "countdown" -> COUNTDOWN;
        case "review" -> REVIEW;
        case "end" -> END;
        default -> CONDITION;
      };
    }
  }

  static Waiting forNothing() {
    return new Waiting(Kind.NOTHING, "", Double.NaN, Double.NaN);
  }

  Waiting apply(JournalEvent event) {
    return switch (event.type()) {
      case WAITING -> begun(event);
      case VIOLATION_RAISED -> what.contains("'" + event.text("invariant") + "'") ? over() : this;
      case FAULT_WITNESSED, FAULT_NOT_WITNESSED -> what.contains("witness") ? over() : this;
      case CHAPTER_SCHEDULED,
          CHAPTER_STARTED,
          CHAPTER_SKIPPED,
          CHAPTER_JUDGED,
          CHAPTER_ENDED,
          STEADY_STATE,
          FAULT_ARMED,
          DIAGNOSIS_ASKED,
          RECOVERING,
          RECOVERED,
          RECOVERY_FAILED,
          PRESENTER,
          RUN_ENDED ->
          over();
      default -> this;
    };
  }

  private static Waiting begun(JournalEvent event) {
    String what = EventData.clean(event, "what");
    return what.isEmpty()
        ? forNothing()
        : new Waiting(Kind.of(event.text("kind")), what, event.number("atMost"), event.elapsed());
  }

  private static Waiting over() {
    return forNothing();
  }

  /** How much of the time is used up, from 0 to 1; NaN when there is no bound. */
  public double progress(double now) {
    return atMost > 0 ? Math.max(0, Math.min(1, (now - since) / atMost)) : Double.NaN;
  }
}
