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
final class HoldRows implements FaultType<PostgresPairCluster> {
  @Override
  public String name() {
    return "hold-rows";
  }

  @Override
  public String description() {
    return "updates all accounts in a transaction that stays open";
  }

  @Override
  public Fault plan(FaultPlan<PostgresPairCluster> plan) {
    PostgresPairCluster pair = plan.cluster();
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

      /**
       * Another session asks for one of the rows, if it is to be had: that leaves no error behind.
       */
      @Override
      public WitnessReport witness() {
        String query =
            "select count(*) from (select id from accounts where id = 1 for update skip locked) a";
        long free = Sql.askOrFail(Sql.admin(pair.primary), query);
        return new WitnessReport(free == 0, free + " of 1 rows could be locked");
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
