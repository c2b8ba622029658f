package example;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import java.util.List;

/** What should hold while these databases are well. */
final class Invariants {
  private static final double WAL_BYTES = 128 * 1024;

  private Invariants() {}

  static List<Invariant> all() {
    return List.of(
        invariant(
            "components-answer",
            "the primary, the standby and the pooler answer",
            "components",
            Signals.ANSWERING,
            Bound.atLeast(3)),
        invariant(
            "transactions-succeed",
            "fewer than 2 percent of the applications' transactions fail",
            "%",
            Signals.FAILED,
            Bound.atMost(2)),
        invariant(
            "transactions-fast",
            "95 percent of the applications' transactions finish within half a second",
            "s",
            Signals.DURATION,
            Bound.atMost(0.5)),
        invariant(
            "wal-received",
            "the standby has received the WAL that the primary has written",
            "bytes",
            Signals.UNRECEIVED,
            Bound.atMost(WAL_BYTES)),
        invariant(
            "wal-replayed",
            "the standby has replayed the WAL that it has received",
            "bytes",
            Signals.UNREPLAYED,
            Bound.atMost(WAL_BYTES)),
        invariant(
            "locks-granted",
            "no more than 3 sessions wait for a lock",
            "sessions",
            Signals.LOCK_WAITS,
            Bound.atMost(3)),
        invariant(
            "no-queue",
            "no more than 3 clients queue for a connection in the pooler",
            "clients",
            Signals.QUEUED,
            Bound.atMost(3)));
  }

  /** One bad observation is noise, two in a row are not. */
  private static Invariant invariant(
      String id, String statement, String unit, String signal, Bound bound) {
    return Invariant.ofSystem(
            id, statement, unit, seen -> Measurement.of(seen.signal(signal), bound))
        .withHysteresis(2, 2);
  }
}
