package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What one look at a component has brought. */
record Probe(Health health, String detail, Map<String, Long> numbers) {
  private static final long WITHIN_MILLIS = 1_800;

  private static final String PRIMARY =
      """
      select pg_current_wal_lsn() - '0/0'::pg_lsn as written,
        (select count(*) from pg_stat_activity where wait_event_type = 'Lock') as lock_waits
      """;

  private static final String STANDBY =
      """
      select coalesce(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()) - '0/0'::pg_lsn
          as received,
        pg_last_wal_replay_lsn() - '0/0'::pg_lsn as replayed,
        (select count(*) from pg_stat_wal_receiver where status = 'streaming') as streaming
      """;

  static Probe ofPrimary(Component primary) {
    return look(Sql.admin(primary), PRIMARY);
  }

  static Probe ofStandby(Component standby) {
    Probe seen = look(Sql.admin(standby), STANDBY);
    Long streaming = seen.numbers.get("streaming");
    return streaming == null
        ? seen
        : new Probe(seen.health, streaming > 0 ? "streaming" : "not streaming", seen.numbers);
  }

  static Probe ofPooler(Component pooler) {
    try {
      Map<String, Long> pool = Console.pool(pooler);
      return new Probe(
          Health.SERVING,
          "%d of %d server connections in use".formatted(pool.get("sv_active"), Pooler.POOL_SIZE),
          pool);
    } catch (IOException e) {
      return none(Health.after(e));
    }
  }

  private static Probe look(Sql.Door door, String query) {
    try {
      return new Probe(Health.SERVING, "", Sql.on(door, connection -> row(connection, query)));
    } catch (SQLException e) {
      // One that says no, as while it is starting up, has answered.
      String state = e.getSQLState();
      boolean answered = state != null && !state.startsWith("08");
      return none(answered ? Health.DEGRADED : Health.after(e));
    }
  }

  private static Map<String, Long> row(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return numbers(rows);
    }
  }

  private static Map<String, Long> numbers(ResultSet row) throws SQLException {
    Map<String, Long> numbers = new HashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String text = row.getString(i);
      if (text != null) {
        numbers.put(row.getMetaData().getColumnLabel(i), Long.parseLong(text));
      }
    }
    return numbers;
  }

  static Probe result(Future<Probe> looking) {
    try {
      return looking.get(WITHIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      looking.cancel(true);
      return none(Health.SILENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return none(Health.UNKNOWN);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A look at a component failed: " + e.getCause(), e);
    }
  }

  private static Probe none(Health health) {
    return new Probe(health, "", Map.of());
  }

  ComponentStatus status(Component component) {
    return ComponentStatus.of(component.id(), component.role(), health, detail);
  }

  Reading number(String name) {
    Long known = numbers.get(name);
    return known == null ? Reading.unknown(name + " was not answered") : Reading.of(known);
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "probe");
    thread.setDaemon(true);
    return thread;
  }
}
