package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The run waits for something.
 *
 * @param kind on whom it waits
 * @param what for what, as a noun phrase
 * @param atMost seconds that it may take; null for as long as it takes
 * @param invariant the id of the invariant whose violation is awaited; null in every other wait
 */
@JsonTypeName("WAITING")
@API(status = API.Status.INTERNAL, since = "0.1")
public record Waiting(Kind kind, String what, @Nullable Double atMost, @Nullable String invariant)
    implements RunEvent {

  /** What the run waits for. */
  public enum Kind {
    /** On the cluster to start. */
    START,
    /** On the steady state, before an experiment or after it. */
    STEADY_STATE,
    /** On a probe that sees the fault. */
    WITNESS,
    /** On an invariant to leave its bounds. */
    VIOLATION,
    /** On the end of an experiment's fault and settle times. */
    END,
    /** On the presenter, however long it takes. */
    CUE,
    /** On the clock: the show continues by itself. */
    COUNTDOWN,
    /** On the presenter, after the last chapter. */
    LAST_CUE;

    /** Whether it says something that the events around it do not say. */
    public boolean isNews() {
      return this == START || isOfMethod();
    }

    /** Whether a chapter's own method waits, which a presenter may cut short. */
    public boolean isOfMethod() {
      return this == VIOLATION || this == END;
    }
  }

  /** A wait with a bound. */
  public static Waiting of(Kind kind, String what, Duration atMost) {
    return new Waiting(kind, what, atMost.toMillis() / 1000.0, null);
  }

  /** A wait for as long as it takes. */
  public static Waiting of(Kind kind, String what) {
    return new Waiting(kind, what, null, null);
  }

  public static Waiting forViolation(String invariant, Duration atMost) {
    return new Waiting(
        Kind.VIOLATION, "violation of '" + invariant + "'", atMost.toMillis() / 1000.0, invariant);
  }
}
