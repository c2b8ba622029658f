package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.ProbeEntry;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How long components take to answer their probes. Any thread may ask. */
final class ProbeTimes {
  private final Map<String, Long> fastestNanos = new ConcurrentHashMap<>();
  private final Map<String, Look> last = new ConcurrentHashMap<>();

  /** Looks at a component, and remembers the fastest answer of one that serves. */
  Health look(ComponentEntry entry, Component component, Names names) {
    Look look = Look.at(entry, component, names);
    last.put(entry.id(), look);
    if (look.health == Health.SERVING) {
      fastestNanos.merge(entry.id(), look.nanos, Math::min);
    }
    return look.health;
  }

  /** That a component did not answer within the time of its probe, when it last did not. */
  Optional<String> late(ComponentEntry entry) {
    Look look = last.get(entry.id());
    return look != null
            && look.health == Health.SILENT
            && entry.probe() instanceof ProbeEntry.Asked asked
            && look.nanos >= asked.within().toNanos()
        ? Optional.of(
            RootLocale.format(
                "The probe of '%s' (%s) had no answer within %d ms; if that is too short for it, raise its key 'within'.",
                entry.id(), entry.where(), asked.within().toMillis()))
        : Optional.empty();
  }

  private record Look(Health health, long nanos) {
    static Look at(ComponentEntry entry, Component component, Names names) {
      long asked = System.nanoTime();
      Health health = entry.probe().look(component, names);
      return new Look(health, System.nanoTime() - asked);
    }
  }

  /**
   * Whether a component answers its probe later by a time than it did at its fastest. A connection
   * is accepted for a component by the operating system, so such a probe cannot tell.
   */
  WitnessReport late(ComponentEntry entry, Component component, Names names, Duration by) {
    if (!(entry.probe() instanceof ProbeEntry.Asked
        || entry.probe() instanceof ProbeEntry.ByClass)) {
      return new WitnessReport(
          false,
          RootLocale.format(
              "no late answer of '%s' can be seen: its probe only connects; give it one by http or command",
              entry.id()));
    }
    @Nullable Long fastest = fastestNanos.get(entry.id());
    if (fastest == null) {
      return new WitnessReport(
          false, RootLocale.format("'%s' was never seen to serve", entry.id()));
    }
    Look look = Look.at(entry, component, names);
    boolean answered = look.health == Health.SERVING || look.health == Health.DEGRADED;
    return new WitnessReport(
        answered && look.nanos - fastest >= by.toNanos(),
        RootLocale.format(
            "%s %s after %d ms, at its fastest after %d ms",
            entry.id(), look.health.words(), look.nanos / 1_000_000, fastest / 1_000_000));
  }
}
