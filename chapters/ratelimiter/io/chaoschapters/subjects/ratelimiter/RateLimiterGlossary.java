package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.List;

/** What operators of a distributed rate limiter tell apart; most of it never happens here. */
final class RateLimiterGlossary {
  private RateLimiterGlossary() {}

  static Glossary terms() {
    return new Glossary(
        List.of(
            Term.of(
                "ghost allowing",
                "More requests are admitted in a window than the limit allows, although every node"
                    + " works and each one believes that it stays within the limit.",
                "over-admission",
                "over admission",
                "limit overshoot"),
            Term.of(
                "counter drift",
                "The shared counter no longer agrees with the number of requests that the nodes"
                    + " really admitted: admitted requests were lost from the count, or counted"
                    + " twice, and the difference stays.",
                "count divergence",
                "counter divergence"),
            Term.of(
                "store outage",
                "The shared store does not answer at all at the moment; nodes cannot synchronise"
                    + " their counts with it.",
                "store unavailable"),
            Term.of(
                "node down",
                "A node of the service has stopped and refuses connections; the remaining nodes"
                    + " serve its clients.",
                "node crash"),
            Term.of(
                "node stalled",
                "A node is alive and accepts connections but does not answer its clients.",
                "node hung"),
            Term.of(
                "over-rejection",
                "Requests are rejected although the limit is not used up; clients get less than"
                    + " they are entitled to.",
                "false rejection"),
            Term.of(
                "limit misconfigured",
                "Nodes have been given different limits for the same key, or a limit other than the"
                    + " one agreed.",
                "wrong limit"),
            Term.of(
                "clock skew",
                "The clocks of the nodes disagree, so that windows begin and end at different times"
                    + " on different nodes.",
                "clock drift"),
            Term.of(
                "hot key",
                "One key draws nearly all of the traffic and a single node or shard is overloaded by"
                    + " it.",
                "hotspot"),
            Term.of(
                "slow store",
                "The shared store answers every request, but each answer takes much longer than"
                    + " usual and checks become slow.",
                "store latency"),
            Term.of(
                "boundary overrun",
                "Up to twice the limit passes within a short time because it falls half at the end of"
                    + " one window and half at the beginning of the next; each window by itself"
                    + " stays within its limit.",
                "window edge overrun")));
  }
}
