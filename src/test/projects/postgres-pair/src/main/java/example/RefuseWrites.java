package example;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.sql.SQLException;
import java.util.List;

/** Somebody makes transactions on the primary read-only unless they say otherwise. */
final class RefuseWrites implements FaultType<PostgresPairCluster> {
  private static final String READ_ONLY = "25006";
  private static final String[] RIGHT = {
    "alter system reset default_transaction_read_only", "select pg_reload_conf()"
  };

  @Override
  public String name() {
    return "refuse-writes";
  }

  @Override
  public String description() {
    return "switches the primary to read-only transactions";
  }

  @Override
  public Fault plan(FaultPlan<PostgresPairCluster> plan) {
    PostgresPairCluster pair = plan.cluster();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        var server = pair.primary.endpoint(PostgresServer.PORT);
        return List.of(
            new UndoStep("let the primary write again", Account.ADMIN.psql(server, RIGHT)));
      }

      @Override
      public void inject() {
        Sql.runOrFail(
            Sql.admin(pair.primary),
            "alter system set default_transaction_read_only = on",
            "select pg_reload_conf()");
      }

      /** Another user's write is refused, too. It is not logged: the log is evidence. */
      @Override
      public WitnessReport witness() {
        try {
          Sql.on(
              Sql.admin(pair.primary),
              connection -> {
                connection.setAutoCommit(false);
                Sql.run(connection, "set log_min_messages = panic", "create table witness ()");
                return "never committed";
              });
          return new WitnessReport(false, "a table could be created");
        } catch (SQLException e) {
          return new WitnessReport(READ_ONLY.equals(e.getSQLState()), e.getMessage());
        }
      }

      @Override
      public boolean isOver() {
        String query = "select (current_setting('default_transaction_read_only') = 'off')::int";
        return Sql.askOrFail(Sql.admin(pair.primary), query) == 1;
      }

      @Override
      public void rollback() {
        Sql.runOrFail(Sql.admin(pair.primary), RIGHT);
      }
    };
  }
}
