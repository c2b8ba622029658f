package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.yaml.model.SignalEntry;
import java.util.Comparator;
import java.util.List;

/**
 * The reading of several components that is farthest out of bounds; when none is, one that is
 * unknown.
 */
record Worst(List<SignalEntry> signals, Bound bound) {
  Worst {
    signals = List.copyOf(signals);
  }

  Measurement of(Observation seen) {
    SignalEntry worst =
        signals.stream()
            .max(Comparator.comparingDouble(entry -> badness(seen.signal(entry.signal().id()))))
            .orElseThrow();
    return new Measurement(seen.signal(worst.signal().id()), bound, worst.component());
  }

  private double badness(Reading reading) {
    Double value = reading.value();
    if (value == null) {
      return Double.MIN_VALUE; // worse than in bounds, and better than out of them
    }
    return Math.abs(bound.excess(value));
  }
}
