package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;

/** The link of the third member to the others breaks; its clients still reach it. */
final class CutLink implements FaultType<ZooKeeperCluster> {
  @Override
  public String name() {
    return "cut-link";
  }

  @Override
  public String description() {
    return "breaks the link between the third member and the two others";
  }

  @Override
  public Fault plan(FaultPlan<ZooKeeperCluster> plan) {
    ZooKeeperCluster ensemble = plan.cluster();
    Endpoint control = ensemble.component(Link.ID).endpoint(Link.CONTROL);
    Component remote = ensemble.component(Link.REMOTE);
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(
            new UndoStep("mend the link", List.of("curl", "-s", control.http("/mend").toString())));
      }

      @Override
      public void inject() {
        ensemble.control().tell(control, "/cut");
      }

      /** The member itself notices that it has left the quorum. */
      @Override
      public WitnessReport witness() {
        Health health = FourLetters.health(remote);
        return new WitnessReport(health == Health.DEGRADED, remote.id() + " " + health.words());
      }

      @Override
      public boolean isOver() {
        return FourLetters.health(remote) == Health.SERVING;
      }

      @Override
      public void rollback() {
        ensemble.control().tell(control, "/mend");
      }
    };
  }
}
