package io.chaoschapters.monitor;

import io.chaoschapters.run.Observed;
import io.chaoschapters.run.Standing;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the monitor writes to the journal. A number that is not finite is not known. */
final class MonitorEvents {
  private static final String NOT_FINITE = "not a finite number";

  private MonitorEvents() {}

  static Observed observed(Observation observation, List<InvariantStatus> statuses) {
    Map<String, Double> signals = new LinkedHashMap<>();
    Map<String, String> unknown = new LinkedHashMap<>();
    Set<String> notYet = new HashSet<>();
    observation
        .signals()
        .forEach(
            (id, reading) -> {
              Double value = finite(reading.value());
              if (value != null) {
                signals.put(id, value);
              } else {
                unknown.put(id, why(reading));
              }
              if (reading.notYet()) {
                notYet.add(id);
              }
            });
    return new Observed(
        observation.components().stream().map(MonitorEvents::component).toList(),
        signals,
        unknown,
        notYet,
        statuses.stream().map(MonitorEvents::check).toList());
  }

  private static Observed.Component component(ComponentStatus status) {
    return new Observed.Component(
        status.id(), status.role(), status.health(), status.detail(), status.wording());
  }

  private static Observed.Check check(InvariantStatus status) {
    Reading reading = status.measurement().reading();
    Bound bound = status.measurement().bound();
    Double measured = finite(reading.value());
    return new Observed.Check(
        status.invariant().id(),
        status.invariant().statement(),
        status.invariant().unit(),
        standing(status),
        measured,
        finite(bound.min()),
        finite(bound.max()),
        measured == null ? why(reading) : null,
        status.measurement().component());
  }

  private static Standing standing(InvariantStatus status) {
    return switch (status.state()) {
      case HOLDS -> Standing.HOLDS;
      case VIOLATED -> Standing.VIOLATED;
      case UNKNOWN -> status.measurement().reading().notYet() ? Standing.NOT_YET : Standing.UNKNOWN;
    };
  }

  /** JSON has no infinity: a bound without an end has none there, either. */
  private static @Nullable Double finite(@Nullable Double value) {
    return value != null && Double.isFinite(value) ? value : null;
  }

  private static String why(Reading reading) {
    return reading.isKnown() ? NOT_FINITE : reading.why();
  }

  static ViolationEvent.Raised raised(Violation violation) {
    return new ViolationEvent.Raised(
        violation.invariant().id(),
        violation.invariant().statement(),
        violation.invariant().unit(),
        violation.measured(),
        violation.bound().words(),
        violation.component());
  }

  static ViolationEvent.Cleared cleared(Violation violation) {
    Duration lasted = violation.lasted().orElseThrow();
    return new ViolationEvent.Cleared(violation.invariant().id(), lasted.toMillis() / 1000.0);
  }
}
