package example;

import io.chaoschapters.subject.Signal;
import java.util.List;

/** The numbers on the dashboard of these databases. */
final class Signals {
  static final String TRANSACTIONS = "transactions";
  static final String FAILED = "failed";
  static final String DURATION = "duration";
  static final String QUEUED = "queued";
  static final String LOCK_WAITS = "lock-waits";
  static final String UNRECEIVED = "wal-unreceived";
  static final String UNREPLAYED = "wal-unreplayed";
  static final String ANSWERING = "answering";

  private Signals() {}

  static List<Signal> all() {
    return List.of(
        signal(
            TRANSACTIONS,
            "transactions",
            "Transactions that applications finished",
            "transactions/s",
            200),
        signal(
            FAILED,
            "failed transactions",
            "Share of the applications' transactions that failed",
            "%",
            100),
        signal(
            DURATION,
            "transaction time",
            "Time that 95 percent of the transactions stay within",
            "s",
            3),
        signal(
            QUEUED,
            "clients queued",
            "Clients that wait in the pooler for a server connection",
            "clients",
            20),
        signal(
            LOCK_WAITS,
            "waiting for a lock",
            "Sessions on the primary that wait for a lock",
            "sessions",
            20),
        signal(
            UNRECEIVED,
            "WAL not received",
            "WAL of the primary that the standby has yet to receive",
            "bytes",
            2_000_000),
        signal(
            UNREPLAYED,
            "WAL not replayed",
            "WAL that the standby has received and has yet to replay",
            "bytes",
            2_000_000),
        signal(
            ANSWERING,
            "components answering",
            "How many of primary, standby and pooler answer",
            "components",
            3));
  }

  private static Signal signal(
      String id, String label, String description, String unit, double scaleMax) {
    return new Signal(id, label, description, unit, scaleMax);
  }
}
