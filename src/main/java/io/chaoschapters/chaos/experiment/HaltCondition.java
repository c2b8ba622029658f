package io.chaoschapters.chaos.experiment;

import io.chaoschapters.monitor.InvariantStatus;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What ends a fault at once because it does more harm than it may: an invariant that is violated,
 * or a signal out of a bound. What is unknown halts nothing.
 *
 * @param id of the invariant or of the signal
 * @param bound within which the signal must stay; null for an invariant, which has its own
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record HaltCondition(String id, @Nullable Bound bound) {

  /**
   * Whether it is met.
   *
   * @param seen the newest observation
   * @param statuses of the invariants, by the same observation
   * @return what was seen, in a sentence; empty when the fault may go on
   */
  public Optional<String> met(Observation seen, List<InvariantStatus> statuses) {
    return bound == null ? violated(statuses) : outside(seen.signal(id), bound);
  }

  private Optional<String> violated(List<InvariantStatus> statuses) {
    return statuses.stream()
        .filter(status -> status.invariant().id().equals(id))
        .filter(status -> status.state() == InvariantStatus.State.VIOLATED)
        .findFirst()
        .map(
            status ->
                RootLocale.format(
                    "invariant '%s' is violated (%s)", id, status.invariant().statement()));
  }

  private Optional<String> outside(Reading reading, Bound allowed) {
    return reading.isKnown() && !allowed.contains(reading.value())
        ? Optional.of(
            RootLocale.format(
                "signal '%s' is %s, which may be %s",
                id, Numbers.plain(reading.value()), allowed.words()))
        : Optional.empty();
  }
}
