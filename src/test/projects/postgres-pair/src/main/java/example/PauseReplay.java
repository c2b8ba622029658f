package example;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;

/** The standby goes on to receive and does not apply what it receives. */
final class PauseReplay implements FaultType<PostgresPairCluster> {
  private static final String RESUME = "select pg_wal_replay_resume()";

  @Override
  public String name() {
    return "pause-replay";
  }

  @Override
  public String description() {
    return "pauses the application of WAL on the standby";
  }

  @Override
  public Fault plan(FaultPlan<PostgresPairCluster> plan) {
    PostgresPairCluster pair = plan.cluster();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        var server = pair.standby.endpoint(PostgresServer.PORT);
        return List.of(new UndoStep("let the standby go on", Account.ADMIN.psql(server, RESUME)));
      }

      @Override
      public void inject() {
        Sql.runOrFail(Sql.admin(pair.standby), "select pg_wal_replay_pause()");
      }

      /** The primary is told by the standby how far it has come. */
      @Override
      public WitnessReport witness() {
        long behind =
            Sql.askOrFail(
                Sql.admin(pair.primary),
                "select coalesce(max(flush_lsn - replay_lsn), 0) from pg_stat_replication");
        return new WitnessReport(
            behind > 32_768, behind + " bytes are on the standby's disk and not applied");
      }

      @Override
      public boolean isOver() {
        String query = "select (pg_get_wal_replay_pause_state() = 'not paused')::int";
        return Sql.askOrFail(Sql.admin(pair.standby), query) == 1;
      }

      @Override
      public void rollback() {
        Sql.runOrFail(Sql.admin(pair.standby), RESUME);
      }
    };
  }
}
