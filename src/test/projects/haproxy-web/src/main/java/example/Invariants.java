package example;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import java.util.List;

/** What should hold while this web site is well. */
final class Invariants {
  private Invariants() {}

  static List<Invariant> all() {
    return List.of(
        invariant(
            "components-answer",
            "the load balancer and the web servers answer",
            "components",
            Signals.ANSWERING,
            Bound.atLeast(4)),
        invariant(
            "requests-succeed",
            "fewer than 2 percent of the requests fail",
            "%",
            Signals.FAILED,
            Bound.atMost(2)),
        invariant(
            "responses-fast",
            "95 percent of the requests are answered within half a second",
            "s",
            Signals.RESPONSE_TIME,
            Bound.atMost(0.5)),
        invariant(
            "enough-servers",
            "at least two web servers are in rotation",
            "servers",
            Signals.IN_ROTATION,
            Bound.atLeast(2)),
        invariant(
            "connections-left",
            "client connections stay below 90 percent of what the load balancer allows",
            "connections",
            Signals.CONNECTIONS,
            Bound.atMost(54)),
        invariant(
            "load-shared",
            "no web server gets more than 70 percent of the requests",
            "%",
            Signals.LARGEST_SHARE,
            Bound.atMost(70)),
        invariant(
            "one-release",
            "all web servers serve the same release",
            "releases",
            Signals.RELEASES,
            Bound.atMost(1)));
  }

  /** One bad observation is noise, two in a row are not. */
  private static Invariant invariant(
      String id, String statement, String unit, String signal, Bound bound) {
    return Invariant.ofSystem(
            id, statement, unit, seen -> Measurement.of(seen.signal(signal), bound))
        .withHysteresis(2, 2);
  }
}
