package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import java.util.List;

/** What should hold of a replicated key-value store, in neutral words. */
final class TikvInvariants {
  static final String STORES_ANSWER = "stores-answer";
  static final String WRITES_ACKNOWLEDGED = "writes-acknowledged";
  static final String REGIONS_LED = "regions-led";
  static final String MAJORITIES_ANSWER = "majorities-answer";
  static final String LEADERS_SPREAD = "leaders-spread";
  static final String HEARTBEATS_FRESH = "heartbeats-fresh";
  static final String COPIES_COMPLETE = "copies-complete";
  static final String WRITES_FAST = "writes-fast";
  static final String STORES_CONNECTED = "stores-connected";
  static final String ANSWERS_EVEN = "answers-even";
  static final String PD_ANSWERS = "pd-answers";

  /** Longer than it takes to elect a new leader and the clients to find it. */
  private static final double WRITE_WAIT_SECONDS = 5;

  /** Stores send one every 2 s; it tells less, and later, than a store that cannot be reached. */
  private static final double HEARTBEAT_SECONDS = 10;

  private static final double SLOW_WRITE_SECONDS = 0.5;
  private static final double SPREAD = 2;

  /** A greeting takes a few milliseconds, and on a busy machine some tens. */
  private static final double LAG_SECONDS = 0.2;

  private static final int LAG_OBSERVATIONS = 3;

  /** One that was just started is still missed by the others for a moment. */
  private static final int CONNECTED_OBSERVATIONS = 3;

  /** The rate window holds a slow moment for four seconds. */
  private static final int SLOW_OBSERVATIONS = 5;

  /**
   * An election begins 1.5 to 3 s after a leader was last heard of; a region without a leader for
   * longer does not find one.
   */
  private static final int LEADERLESS_OBSERVATIONS = 5;

  /**
   * A copy falls behind when its store is away for a moment, and whatever that is shows elsewhere
   * and sooner. One that is still missing after ten seconds is missing.
   */
  private static final int COPIES_OBSERVATIONS = 10;

  /** The placement driver needs a moment to move leaders after an election. */
  private static final int SPREAD_OBSERVATIONS = 3;

  /** One late answer is no outage. */
  private static final int PD_OBSERVATIONS = 2;

  private TikvInvariants() {}

  static List<Invariant> all() {
    return List.of(
        Invariant.ofSystem(
            STORES_ANSWER, "every store can be reached", "stores", TikvInvariants::storesAnswer),
        Invariant.ofSystem(
            WRITES_ACKNOWLEDGED,
            "writes to every region are acknowledged in time",
            "s",
            o -> measure(o, TikvSignals.WRITE_WAIT, Bound.atMost(WRITE_WAIT_SECONDS))),
        lasting(
            REGIONS_LED,
            "every region has a leader",
            "regions",
            LEADERLESS_OBSERVATIONS,
            o -> measure(o, TikvSignals.LEADERLESS, Bound.atMost(0))),
        lasting(
            MAJORITIES_ANSWER,
            "every region has a majority of its copies up",
            "regions",
            2,
            o -> measure(o, TikvSignals.WITHOUT_MAJORITY, Bound.atMost(0))),
        lasting(
            LEADERS_SPREAD,
            "no store leads many more regions than another",
            "regions",
            SPREAD_OBSERVATIONS,
            TikvInvariants::leadersSpread),
        Invariant.ofSystem(
            HEARTBEATS_FRESH,
            "every store has sent the placement driver a heartbeat lately",
            "s",
            o -> measure(o, TikvSignals.HEARTBEAT_AGE, Bound.atMost(HEARTBEAT_SECONDS))),
        lasting(
            COPIES_COMPLETE,
            "every region has as many copies as configured, and all of them keep up",
            "regions",
            COPIES_OBSERVATIONS,
            o -> measure(o, TikvSignals.COPIES_MISSING, Bound.atMost(0))),
        lasting(
            WRITES_FAST,
            "the 99th percentile of write times stays low",
            "s",
            SLOW_OBSERVATIONS,
            TikvInvariants::writesFast),
        lasting(
            STORES_CONNECTED,
            "messages between stores get through the network",
            "stores",
            CONNECTED_OBSERVATIONS,
            o -> measure(o, TikvSignals.CUT_OFF, Bound.atMost(0))),
        lasting(
            ANSWERS_EVEN,
            "every store answers as fast as the others",
            "s",
            LAG_OBSERVATIONS,
            o -> measure(o, TikvSignals.ANSWER_LAG, Bound.atMost(LAG_SECONDS))),
        lasting(
            PD_ANSWERS,
            "the placement driver answers and has a leader",
            "",
            PD_OBSERVATIONS,
            o -> measure(o, TikvSignals.PD_ANSWERS, Bound.atLeast(1))));
  }

  private static Invariant lasting(
      String id,
      String statement,
      String unit,
      int observations,
      java.util.function.Function<Observation, Measurement> measure) {
    return Invariant.ofSystem(id, statement, unit, measure).withHysteresis(observations, 1);
  }

  /** When it is one store that does not answer, it is named. */
  private static Measurement storesAnswer(Observation observation) {
    List<ComponentStatus> silent =
        observation.components().stream()
            .filter(c -> c.role().equals(TikvComponents.STORE_ROLE))
            .filter(c -> c.health() != Health.SERVING)
            .toList();
    return new Measurement(
        observation.signal(TikvSignals.STORES_ANSWERING),
        Bound.atLeast(TikvComponents.STORES),
        silent.size() == 1 ? silent.get(0).id() : null);
  }

  /**
   * The placement driver evens out leaders among stores that are all there. While one is missing,
   * elections decide which of the others leads its regions, and how evenly is chance.
   */
  private static Measurement leadersSpread(Observation observation) {
    Reading answering = observation.signal(TikvSignals.STORES_ANSWERING);
    boolean missing =
        answering.value() != null && answering.value() < TikvComponents.STORES
            || isSome(observation.signal(TikvSignals.CUT_OFF));
    Bound bound = Bound.atMost(SPREAD);
    return missing
        ? Measurement.of(Reading.notYet("a store is missing, and elections decide"), bound)
        : measure(observation, TikvSignals.LEADER_SPREAD, bound);
  }

  /** What is unknown is none, so that the spread itself says what is unknown. */
  private static boolean isSome(Reading count) {
    return count.value() != null && count.value() > 0;
  }

  /** With no write at all in the window no write is slow. */
  private static Measurement writesFast(Observation observation) {
    Reading rate = observation.signal(TikvSignals.WRITE_RATE);
    Bound bound = Bound.atMost(SLOW_WRITE_SECONDS);
    if (rate.value() != null && rate.value() == 0) {
      return Measurement.of(Reading.of(0), bound);
    }
    return measure(observation, TikvSignals.WRITE_P99, bound);
  }

  private static Measurement measure(Observation observation, String signal, Bound bound) {
    return Measurement.of(observation.signal(signal), bound);
  }
}
