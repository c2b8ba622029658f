package example;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A program opens as many transactions through the pooler as its pool has connections. */
final class OccupyPool implements FaultType<PostgresPairCluster> {
  @Override
  public String name() {
    return "occupy-pool";
  }

  @Override
  public String description() {
    return "opens a transaction on every server connection of the pool";
  }

  @Override
  public Fault plan(FaultPlan<PostgresPairCluster> plan) {
    PostgresPairCluster pair = plan.cluster();
    return new Fault() {
      private final List<Connection> sessions = new ArrayList<>();

      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("the sessions end with this JVM"));
      }

      @Override
      public synchronized void inject() {
        try {
          for (int i = 0; i < Pooler.POOL_SIZE; i++) {
            Connection session = Sql.application(pair.pooler).open();
            sessions.add(session);
            session.setAutoCommit(false);
            Sql.number(session, "select 1");
          }
        } catch (SQLException e) {
          throw Sql.failure(e);
        }
      }

      /** The database server knows who has a transaction open and does nothing. */
      @Override
      public WitnessReport witness() {
        String query = "select count(*) from pg_stat_activity where state = 'idle in transaction'";
        long idle = Sql.askOrFail(Sql.admin(pair.primary), query);
        return new WitnessReport(
            idle >= Pooler.POOL_SIZE, idle + " sessions are idle in a transaction");
      }

      @Override
      public synchronized boolean isOver() {
        return sessions.isEmpty();
      }

      @Override
      public synchronized void rollback() {
        try {
          while (!sessions.isEmpty()) {
            sessions.get(0).close();
            sessions.remove(0);
          }
        } catch (SQLException e) {
          throw Sql.failure(e);
        }
      }
    };
  }
}
