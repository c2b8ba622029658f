package example;

import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.List;

/** What the people on call for this web site tell apart. */
final class Runbook {
  private Runbook() {}

  static Glossary glossary() {
    return new Glossary(
        List.of(
            Term.of(
                "web server down",
                "A web server refuses connections. The load balancer takes it out of rotation, and"
                    + " the other servers carry its share.",
                "web server outage"),
            Term.of(
                "web server hung",
                "A web server accepts connections but never answers. Requests that are sent to it"
                    + " run into the timeout until its health check has failed often enough.",
                "stalled web server"),
            Term.of(
                "load balancer down",
                "The load balancer refuses connections. Users reach nothing, although every web"
                    + " server answers when it is asked directly.",
                "load balancer outage"),
            Term.of(
                "failing health checks",
                "The load balancer's health checks fail although the web servers are well. It takes"
                    + " them out of rotation and answers 503 itself.",
                "misconfigured health check"),
            Term.of(
                "connection limit reached",
                "Clients hold all the connections that the load balancer may have. New clients wait"
                    + " or are turned away while the web servers have little to do.",
                "connection exhaustion"),
            Term.of(
                "broken release",
                "Since a deployment a web server answers quickly but with errors, such as 404 or"
                    + " 500. Its health check does not notice.",
                "bad deployment"),
            Term.of(
                "version skew",
                "Web servers serve different releases at the same time. Users see the old page and"
                    + " the new page by turns.",
                "mixed versions"),
            Term.of(
                "servers overloaded",
                "More requests come in than the web servers can serve. Response times grow on all"
                    + " of them, and requests queue in the load balancer.",
                "backend overload"),
            Term.of(
                "uneven load",
                "One web server gets far more than its share of the requests while others idle, for"
                    + " example because of wrong weights or sticky sessions.",
                "load imbalance"),
            Term.of(
                "certificate expired",
                "The certificate of the site is past its end. TLS handshakes fail while plain HTTP"
                    + " works."),
            Term.of(
                "retry storm",
                "Clients repeat failed requests at once. The number of requests grows while fewer"
                    + " of them succeed.")));
  }
}
