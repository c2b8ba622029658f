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
final class NatsInvariants {
  /** A server that is restarted by plan is back within this many observations. */
  private static final int RESTART = 4;

  private NatsInvariants() {}

  static List<Invariant> all() {
    return List.of(
        atOnce(
            "orders-acknowledged",
            "every published order is acknowledged",
            "orders",
            seen -> Measurement.of(seen.signal("failed"), Bound.atMost(0))),
        afterRestart(
            "servers-answer",
            "all three NATS servers answer a ping on the client port",
            "",
            seen -> Measurement.of(Reading.of(serving(seen)), Bound.atLeast(3))),
        afterRestart(
            "servers-see-each-other",
            "every running server has routes to the two others",
            "",
            seen -> Measurement.of(seen.signal("routes"), Bound.atLeast(2))),
        afterRestart(
            "copies-current",
            "all three copies of the stream are up to date",
            "",
            seen -> Measurement.of(seen.signal("copies"), Bound.atLeast(3))),
        atOnce(
            "orders-fetched",
            "published orders do not wait long for a worker",
            "orders",
            seen -> Measurement.of(seen.signal("waiting"), Bound.atMost(200))),
        atOnce(
            "orders-delivered-once",
            "orders are acknowledged by the worker the first time",
            "orders",
            seen -> Measurement.of(seen.signal("repeated"), Bound.atMost(10))),
        atOnce(
            "connections-left",
            "every server has room for new client connections",
            "connections",
            seen -> Measurement.of(seen.signal("free-connections"), Bound.atLeast(5))),
        atOnce(
            "stream-has-room",
            "the stream has room for more messages",
            "%",
            seen -> Measurement.of(seen.signal("stored"), Bound.atMost(90))));
  }

  private static double serving(Observation seen) {
    return seen.components().stream()
        .filter(one -> one.role().equals(NatsServers.ROLE))
        .filter(one -> one.health() == Health.SERVING)
        .count();
  }

  private static Invariant atOnce(
      String id, String statement, String unit, Function<Observation, Measurement> measure) {
    return Invariant.ofSystem(id, statement, unit, measure);
  }

  private static Invariant afterRestart(
      String id, String statement, String unit, Function<Observation, Measurement> measure) {
    return Invariant.ofSystem(id, statement, unit, measure).withHysteresis(RESTART, 2);
  }
}
