package example;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A session updates all accounts and does not commit: their rows stay locked. */
final class HoldRows implements FaultType {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  @Override
  public String name() {
    return "hold-rows";
  }

  @Override
  public String description() {
    return "updates all accounts in a transaction that stays open";
  }

  @Override
  public Fault plan(FaultPlan plan) {
    PostgresPairCluster pair = (PostgresPairCluster) plan.cluster();
    return new Fault() {
      private Connection session;

      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("the session ends with this JVM, its locks with it"));
      }

      @Override
      public synchronized void inject() {
        try {
          session = Sql.admin(pair.primary).open();
          session.setAutoCommit(false);
          Sql.run(session, "update accounts set balance = balance");
        } catch (SQLException e) {
          throw Sql.failure(e);
        }
      }

      /** Another session tries to lock one of the rows. */
      @Override
      public WitnessReport witness() {
        String query = "select id from accounts where id = 1 for update nowait";
        try {
          Sql.ask(Sql.admin(pair.primary), query);
          return new WitnessReport(false, "a row could be locked");
        } catch (SQLException e) {
          return new WitnessReport(LOCK_NOT_AVAILABLE.equals(e.getSQLState()), e.getMessage());
        }
      }

      @Override
      public synchronized boolean isOver() {
        return session == null;
      }

      @Override
      public synchronized void rollback() {
        if (session == null) {
          return;
        }
        try {
          session.close();
          session = null;
        } catch (SQLException e) {
          throw Sql.failure(e);
        }
      }
    };
  }
}
