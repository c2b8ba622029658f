package io.chaoschapters.subjects.tikv;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.subject.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The numbers that are observed, and the metric queries behind those that the stores publish. */
final class TikvSignals {
  static final String WRITE_RATE = "write-rate";
  static final String WRITE_P99 = "write-p99";
  static final String WRITE_WAIT = "write-wait";
  static final String UNACKNOWLEDGED = "unacknowledged";
  static final String STORES_ANSWERING = "stores-answering";
  static final String STORES_UP = "stores-up";
  static final String HEARTBEAT_AGE = "heartbeat-age";
  static final String LEADERLESS = "leaderless";
  static final String WITHOUT_MAJORITY = "without-majority";
  static final String LEADER_SPREAD = "leader-spread";
  static final String CUT_OFF = "cut-off";
  static final String ANSWER_LAG = "answer-lag";
  static final String COPIES_MISSING = "copies-missing";
  static final String UNDELIVERED = "undelivered";
  static final String FREE_SPACE = "free-space";
  static final String PD_ANSWERS = "pd-answers";

  /** Long enough for two scrapes even when one comes late. */
  private static final Duration RATE_WINDOW = Duration.ofSeconds(4);

  private static final String GRPC = "tikv_grpc_msg_duration_seconds";
  private static final String UNREACHABLE = "tikv_server_report_failure_msg_total";

  private TikvSignals() {}

  static List<Signal> all() {
    return List.of(
        new Signal(WRITE_RATE, "writes", "Writes that stores acknowledge", "writes/s", 120),
        new Signal(WRITE_P99, "write p99", "99th percentile of the time of a write", "s", 0.5),
        new Signal(
            WRITE_WAIT,
            "longest wait",
            "For how long clients of some region have had no write acknowledged",
            "s",
            10),
        new Signal(
            UNACKNOWLEDGED,
            "unacknowledged",
            "Writes that clients gave up on without an acknowledgement",
            "writes",
            100),
        new Signal(STORES_ANSWERING, "stores answering", "Stores that answer a probe", "stores", 3),
        new Signal(
            STORES_UP, "stores up", "Stores that the placement driver counts as up", "stores", 3),
        new Signal(
            HEARTBEAT_AGE,
            "oldest heartbeat",
            "Time since the store that is furthest behind sent a heartbeat",
            "s",
            10),
        new Signal(
            LEADERLESS, "leaderless", "Regions that no store that answers leads", "regions", 10),
        new Signal(
            WITHOUT_MAJORITY,
            "no majority",
            "Regions with most of their copies on stores that do not answer",
            "regions",
            10),
        new Signal(
            LEADER_SPREAD,
            "leader spread",
            "Regions that the store with most leads beyond those of the store with fewest",
            "regions",
            10),
        new Signal(
            CUT_OFF,
            "cut off",
            "Stores that answer a probe while no other store can deliver to them",
            "stores",
            3),
        new Signal(
            ANSWER_LAG,
            "answer lag",
            "How much longer the slowest store takes to greet a client than the fastest",
            "s",
            0.5),
        new Signal(
            COPIES_MISSING,
            "copies missing",
            "Regions that lack a copy, or have one that has fallen behind, as their leaders told the placement driver",
            "regions",
            10),
        new Signal(
            UNDELIVERED,
            "undelivered",
            "Messages that stores could not deliver to other stores",
            "messages/s",
            50),
        new Signal(FREE_SPACE, "free space", "Free space of the fullest store's disk", "%", 100),
        new Signal(
            PD_ANSWERS,
            "placement driver",
            "Whether the placement driver answers and has a leader: 1 or 0",
            "",
            1));
  }

  static Map<String, MetricQuery> queries() {
    return Map.of(
        WRITE_RATE,
        MetricQuery.rate(GRPC + "_count", RATE_WINDOW).where("type", "raw_put").sum(),
        WRITE_P99,
        MetricQuery.quantile(0.99, GRPC, RATE_WINDOW).where("type", "raw_put").sum(),
        UNDELIVERED,
        MetricQuery.rate(UNREACHABLE, RATE_WINDOW).where("type", "unreachable").sum());
  }
}
