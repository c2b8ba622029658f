package example;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import java.util.List;
import java.util.function.Function;

/** What we alert on. */
final class EnsembleInvariants {
  /** A member that is restarted by plan is back within this many observations. */
  private static final int RESTART = 5;

  private EnsembleInvariants() {}

  static List<Invariant> all() {
    return List.of(
        after(
            1,
            "jobs-stored",
            "every job that is submitted can be stored",
            "jobs",
            seen -> Measurement.of(seen.signal("failed"), Bound.atMost(0))),
        after(
            RESTART,
            "members-serve",
            "all three members of the ensemble serve clients",
            "",
            seen -> Measurement.of(Reading.of(serving(seen)), Bound.atLeast(3))),
        after(
            RESTART,
            "followers-synced",
            "both followers are in sync with the leader",
            "",
            seen -> Measurement.of(seen.signal("followers"), Bound.atLeast(2))),
        after(
            1,
            "workers-registered",
            "the worker is registered with an ephemeral node",
            "",
            seen -> Measurement.of(seen.signal("workers"), Bound.atLeast(1))),
        after(
            1,
            "connections-left",
            "no client host is close to its connection limit",
            "connections",
            seen -> Measurement.of(seen.signal("free-connections"), Bound.atLeast(5))),
        after(
            1,
            "nodes-left",
            "more nodes can be created below /jobs",
            "nodes",
            seen -> Measurement.of(seen.signal("nodes-left"), Bound.atLeast(100))));
  }

  private static double serving(Observation seen) {
    return seen.components().stream()
        .filter(one -> one.role().equals(Members.ROLE))
        .filter(one -> one.health() == Health.SERVING)
        .count();
  }

  private static Invariant after(
      int observations,
      String id,
      String statement,
      String unit,
      Function<Observation, Measurement> measure) {
    return Invariant.ofSystem(id, statement, unit, measure).withHysteresis(observations, 2);
  }
}
