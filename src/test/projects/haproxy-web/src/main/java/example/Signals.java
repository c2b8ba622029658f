package example;

import io.chaoschapters.subject.Signal;
import java.util.List;

/** The numbers on the dashboard of this web site. */
final class Signals {
  static final String REQUESTS = "requests";
  static final String FAILED = "failed";
  static final String RESPONSE_TIME = "response-time";
  static final String CONNECTIONS = "connections";
  static final String IN_ROTATION = "in-rotation";
  static final String LARGEST_SHARE = "largest-share";
  static final String RELEASES = "releases";
  static final String ANSWERING = "answering";

  private Signals() {}

  static List<Signal> all() {
    return List.of(
        signal(REQUESTS, "requests", "Requests that users got an answer to", "requests/s", 400),
        signal(FAILED, "failed requests", "Share of the requests that failed", "%", 100),
        signal(
            RESPONSE_TIME,
            "response time",
            "Time that 95 percent of the requests stay within",
            "s",
            3),
        signal(
            CONNECTIONS,
            "client connections",
            "Client connections that are open at the load balancer",
            "connections",
            60),
        signal(
            IN_ROTATION,
            "servers in rotation",
            "Web servers that the load balancer sends requests to",
            "servers",
            3),
        signal(
            LARGEST_SHARE,
            "largest share",
            "Share of the requests that the busiest web server gets",
            "%",
            100),
        signal(
            RELEASES, "releases", "Different releases that the web servers serve", "releases", 3),
        signal(
            ANSWERING,
            "components answering",
            "How many of load balancer and web servers answer",
            "components",
            4));
  }

  private static Signal signal(
      String id, String label, String description, String unit, double scaleMax) {
    return new Signal(id, label, description, unit, scaleMax);
  }
}
