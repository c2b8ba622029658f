package example;

import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.List;

/** What the people on call for these databases tell apart. */
final class Runbook {
  private Runbook() {}

  static Glossary glossary() {
    return new Glossary(
        List.of(
            Term.of(
                "primary down",
                "The primary refuses connections. Applications cannot write until it is started"
                    + " again or the standby is promoted.",
                "primary outage"),
            Term.of(
                "primary hung",
                "The primary accepts connections but does not answer, as on a stalled disk."
                    + " Transactions that were under way stand still.",
                "stalled primary"),
            Term.of(
                "standby down",
                "The standby refuses connections. Read-only traffic fails, and there is no server"
                    + " to fail over to.",
                "standby outage"),
            Term.of(
                "pooler down",
                "The pooler refuses connections. Both database servers are up, but applications"
                    + " have no way to them.",
                "pgbouncer outage"),
            Term.of(
                "replication broken",
                "The standby has lost its streaming connection and receives no WAL from the"
                    + " primary. It keeps answering reads with data that gets older and older.",
                "streaming replication stopped"),
            Term.of(
                "replay stalled",
                "The standby receives WAL but does not apply it, because replay is paused or"
                    + " conflicts with a query. Reads on the standby return old data although"
                    + " streaming works."),
            Term.of(
                "lock contention",
                "Sessions wait for locks that a long or forgotten transaction holds. Statements run"
                    + " into their timeout while the server has little to do.",
                "blocking transaction"),
            Term.of(
                "pool exhausted",
                "Every server connection of the pool is taken. Clients queue in the pooler for a"
                    + " connection, although the database itself answers quickly.",
                "pool exhaustion"),
            Term.of(
                "connection slots used up",
                "The database server has reached max_connections and turns new sessions away."
                    + " Sessions that are open go on working."),
            Term.of(
                "slow queries",
                "Statements take much longer than usual because of a bad plan or a missing index."
                    + " Sessions are busy executing and do not wait for one another."),
            Term.of(
                "disk full",
                "The primary cannot extend its data files or write WAL, because no space is left on"
                    + " the device. Writes fail, reads still work."),
            Term.of(
                "split brain",
                "The standby was promoted while the old primary still runs. Both accept writes, and"
                    + " their data diverges.",
                "two primaries")));
  }
}
