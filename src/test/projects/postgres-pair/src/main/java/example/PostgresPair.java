package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import java.util.List;

/** PostgreSQL with a streaming standby, behind PgBouncer, as processes of this machine. */
public final class PostgresPair implements Subject<PostgresPairCluster> {
  @Override
  public String id() {
    return "postgres-pair";
  }

  @Override
  public String title() {
    return "PostgreSQL with a standby, behind PgBouncer";
  }

  @Override
  public List<String> targets() {
    return List.of("primary", "standby", "pooler");
  }

  @Override
  public PostgresPairCluster start(ComponentRuntime runtime) {
    Component primary = runtime.start(List.of(PostgresServer.primary())).get(0);
    Schema.create(primary);
    List<Component> others =
        runtime.start(
            List.of(
                PostgresServer.standbyOf(primary.internalEndpoint(PostgresServer.PORT)),
                Pooler.before(primary.internalEndpoint(PostgresServer.PORT))));
    Component standby = others.get(0);
    Component pooler = others.get(1);
    return new PostgresPairCluster(primary, standby, pooler);
  }

  @Override
  public Glossary glossary() {
    return Runbook.glossary();
  }

  @Override
  public List<Signal> signals() {
    return Signals.all();
  }

  @Override
  public List<Invariant> invariants() {
    return Invariants.all();
  }

  @Override
  public List<FaultType<PostgresPairCluster>> faults() {
    return List.of(
        new HoldRows(),
        new OccupyPool(),
        new MisdirectStandby(),
        new PauseReplay(),
        new RefuseWrites(),
        new RestartByPlan());
  }

  @Override
  public List<LoadType<PostgresPairCluster>> loads() {
    return List.of(new Orders());
  }
}
