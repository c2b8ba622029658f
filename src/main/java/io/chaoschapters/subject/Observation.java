package io.chaoschapters.subject;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * One dated snapshot of a subject.
 *
 * @param at when it was complete
 * @param components every component, in a stable order
 * @param signals readings by {@link Signal#id()}; every signal of the subject is there
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Observation(
    Instant at, List<ComponentStatus> components, Map<String, Reading> signals) {
  /** How the reason begins when a signal is asked for that the subject does not have. */
  public static final String NO_SIGNAL = "there is no signal '";

  /** Copies the collections. */
  public Observation {
    components = List.copyOf(components);
    signals = Map.copyOf(signals);
  }

  /** A signal's reading; unknown when the subject has no such signal. */
  public Reading signal(String id) {
    return signals.getOrDefault(id, Reading.unknown(NO_SIGNAL + id + "'"));
  }
}
