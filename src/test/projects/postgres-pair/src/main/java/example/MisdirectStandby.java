package example;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;

/** The standby has to reconnect, with a password that is not the primary's any more. */
final class MisdirectStandby implements FaultType<PostgresPairCluster> {
  private static final String[] RIGHT = {
    "alter system reset primary_conninfo", "select pg_reload_conf()"
  };

  @Override
  public String name() {
    return "misdirect-standby";
  }

  @Override
  public String description() {
    return "gives the standby a wrong password for the primary";
  }

  @Override
  public Fault plan(FaultPlan<PostgresPairCluster> plan) {
    PostgresPairCluster pair = plan.cluster();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        var server = pair.standby.endpoint(PostgresServer.PORT);
        return List.of(
            new UndoStep("give the standby its password again", Account.ADMIN.psql(server, RIGHT)));
      }

      @Override
      public void inject() {
        var primary = pair.primary.internalEndpoint(PostgresServer.PORT);
        Sql.runOrFail(
            Sql.admin(pair.standby),
            "alter system set primary_conninfo = '%s'"
                .formatted(PostgresServer.connection(primary, "of-last-year")),
            "select pg_reload_conf()");
      }

      /** The primary knows who streams from it, whatever the standby was told. */
      @Override
      public WitnessReport witness() {
        long streaming = streaming();
        return new WitnessReport(streaming == 0, streaming + " servers stream from the primary");
      }

      private long streaming() {
        return Sql.askOrFail(
            Sql.admin(pair.primary),
            "select count(*) from pg_stat_replication where state = 'streaming'");
      }

      @Override
      public boolean isOver() {
        return streaming() == 1;
      }

      @Override
      public void rollback() {
        Sql.runOrFail(Sql.admin(pair.standby), RIGHT);
      }
    };
  }
}
