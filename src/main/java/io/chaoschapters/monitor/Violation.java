package io.chaoschapters.monitor;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An invariant that is, or was, out of bounds.
 *
 * @param invariant which one
 * @param component what it is about, or null for the whole system
 * @param raised when the monitor raised it
 * @param cleared when it was over, or null while it lasts
 * @param measured the newest value that was out of bounds
 * @param worst the value furthest out of bounds
 * @param bound the bound that held when it was measured
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Violation(
    Invariant invariant,
    @Nullable String component,
    Instant raised,
    @Nullable Instant cleared,
    double measured,
    double worst,
    Bound bound) {

  /** Made by the framework. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Violation {}

  /** Whether it is still out of bounds. */
  public boolean isActive() {
    return cleared == null;
  }

  /** How long it lasted; empty while it does. */
  public Optional<Duration> lasted() {
    return Optional.ofNullable(cleared).map(end -> Duration.between(raised, end));
  }

  /** By how much the newest value is out of bounds. */
  public double excess() {
    return bound.excess(measured);
  }

  /** In neutral words, with the numbers. */
  public String sentence() {
    String unit = invariant.unit().isEmpty() ? "" : " " + invariant.unit();
    String where = component == null ? "" : " on " + component;
    String when =
        lasted()
            .map(
                time ->
                    RootLocale.format(
                        " (lasted %.1f s, in bounds again)", time.toMillis() / 1000.0))
            .orElse("");
    return RootLocale.format(
        "%s does not hold%s: measured %s%s, bound %s%s%s",
        invariant.statement(), where, Numbers.plain(measured), unit, bound.words(), unit, when);
  }

  Violation measuredAgain(double value, Bound newBound) {
    double furthest =
        Math.abs(newBound.excess(value)) > Math.abs(bound.excess(worst)) ? value : worst;
    return new Violation(invariant, component, raised, cleared, value, furthest, newBound);
  }

  Violation clearedAt(Instant time) {
    return new Violation(invariant, component, raised, time, measured, worst, bound);
  }
}
