package io.chaoschapters.run.view;

import io.chaoschapters.run.Observed;
import org.apiguardian.api.API;

/**
 * An observation and its time.
 *
 * @param at seconds since the run started
 * @param seen what was observed
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Sample(double at, Observed seen) {

  /** A signal's value; NaN when it was not known. */
  public double value(String signal) {
    Double value = seen.signals().get(signal);
    return value == null ? Double.NaN : value;
  }

  /** Whether a signal was not known only because there was nothing to measure. */
  public boolean isNotYet(String signal) {
    return seen.notYet().contains(signal);
  }

  /** Why a signal was not known; empty when it was. */
  public String why(String signal) {
    return seen.unknown().getOrDefault(signal, "");
  }
}
