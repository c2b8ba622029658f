package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import java.util.List;

/** What should hold of a distributed rate limiter, in neutral words. */
final class RateLimiterInvariants {
  static final String ADMITTED_WITHIN_LIMIT = "admitted-within-limit";
  static final String COUNTS_AGREE = "counts-agree";
  static final String LIMITS_AGREE = "limits-agree";
  static final String SYNC_IS_FRESH = "sync-is-fresh";
  static final String CHECKS_ARE_FAST = "checks-are-fast";
  static final String NODES_ANSWER = "nodes-answer";
  static final String STORE_ANSWERS = "store-answers";
  static final String STORE_IS_FAST = "store-is-fast";
  static final String REQUESTS_ACCOUNTED = "requests-accounted";

  private static final double SLOW_CHECK_SECONDS = 0.05;

  /** The rate window holds a burst for four seconds; longer than that is not the burst any more. */
  private static final int SLOW_OBSERVATIONS = 5;

  /** A busy machine takes tens of milliseconds now and then; three times running it does not. */
  private static final double SLOW_STORE_SECONDS = 0.05;

  private static final int SLOW_STORE_OBSERVATIONS = 3;

  /** One answer that is late is a busy machine; a second one is not. */
  private static final int LATE_ANSWERS = 2;

  private RateLimiterInvariants() {}

  static List<Invariant> all() {
    return List.of(
        Invariant.ofSystem(
            ADMITTED_WITHIN_LIMIT,
            "requests admitted in a window stay within the limit",
            "requests",
            RateLimiterInvariants::admittedWithinLimit),
        Invariant.ofSystem(
            COUNTS_AGREE,
            "the shared count, with what nodes have yet to report, agrees with the requests they admitted",
            "requests",
            o -> measure(o, RateLimiterSignals.COUNT_DIFFERENCE, Bound.between(0, 0))),
        Invariant.ofSystem(
            LIMITS_AGREE,
            "every node applies the agreed limit",
            "nodes",
            o -> measure(o, RateLimiterSignals.OTHER_LIMITS, Bound.atMost(0))),
        Invariant.ofSystem(
            SYNC_IS_FRESH,
            "every node has synchronised its count recently",
            "s",
            RateLimiterInvariants::syncIsFresh),
        Invariant.ofSystem(
                CHECKS_ARE_FAST,
                "the 99th percentile of check times stays low",
                "s",
                RateLimiterInvariants::checksAreFast)
            .withHysteresis(SLOW_OBSERVATIONS, 1),
        Invariant.ofSystem(
                NODES_ANSWER,
                "all nodes answer",
                "nodes",
                o ->
                    measure(
                        o,
                        RateLimiterSignals.NODES_ANSWERING,
                        Bound.atLeast(RateLimiterComponents.NODES)))
            .withHysteresis(LATE_ANSWERS, 1),
        Invariant.ofSystem(
                STORE_ANSWERS,
                "the shared store answers a ping",
                "",
                o -> measure(o, RateLimiterSignals.STORE_ANSWERS, Bound.atLeast(1)))
            .withHysteresis(LATE_ANSWERS, 1),
        Invariant.ofSystem(
                STORE_IS_FAST,
                "the shared store takes no longer than usual to answer",
                "s",
                o -> measure(o, RateLimiterSignals.STORE_TIME, Bound.atMost(SLOW_STORE_SECONDS)))
            .withHysteresis(SLOW_STORE_OBSERVATIONS, 1),
        Invariant.ofMeasurement(
                REQUESTS_ACCOUNTED,
                "requests that clients saw admitted were counted by the nodes",
                "requests",
                o -> measure(o, RateLimiterSignals.UNACCOUNTED, Bound.between(0, 0)))
            .withHysteresis(2, 1));
  }

  private static Measurement admittedWithinLimit(Observation observation) {
    Reading limit = observation.signal(RateLimiterSignals.LIMIT);
    if (limit.value() == null) {
      return Measurement.of(limit, Bound.atMost(Double.MAX_VALUE));
    }
    return measure(observation, RateLimiterSignals.ADMITTED, Bound.atMost(limit.value()));
  }

  private static Measurement syncIsFresh(Observation observation) {
    Reading bound = observation.signal(RateLimiterSignals.SYNC_AGE_BOUND);
    if (bound.value() == null) {
      return Measurement.of(bound, Bound.atMost(Double.MAX_VALUE));
    }
    return measure(observation, RateLimiterSignals.SYNC_AGE, Bound.atMost(bound.value()));
  }

  /** With no check at all in the window no check is slow. */
  private static Measurement checksAreFast(Observation observation) {
    Reading rate = observation.signal(RateLimiterSignals.REQUEST_RATE);
    Bound bound = Bound.atMost(SLOW_CHECK_SECONDS);
    if (rate.value() != null && rate.value() == 0) {
      return Measurement.of(Reading.of(0), bound);
    }
    return measure(observation, RateLimiterSignals.CHECK_P99, bound);
  }

  private static Measurement measure(Observation observation, String signal, Bound bound) {
    return Measurement.of(observation.signal(signal), bound);
  }
}
