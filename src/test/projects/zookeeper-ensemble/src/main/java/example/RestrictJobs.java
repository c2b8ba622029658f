package example;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.zookeeper.KeeperException;

/** Somebody hardens the access rights, and forgets the scheduler. */
final class RestrictJobs implements FaultType<ZooKeeperCluster> {
  @Override
  public String name() {
    return "restrict-jobs";
  }

  @Override
  public String description() {
    return "lets operators alone create jobs";
  }

  @Override
  public Fault plan(FaultPlan<ZooKeeperCluster> plan) {
    ZooKeeperCluster ensemble = plan.cluster();
    AtomicBoolean over = new AtomicBoolean();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("the rights end with the members"));
      }

      @Override
      public void inject() {
        ensemble.queue().restrict(true);
      }

      /** A client of its own tries to create a job. */
      @Override
      public WitnessReport witness() {
        return CreateProbe.refused(ensemble, KeeperException.Code.NOAUTH);
      }

      @Override
      public boolean isOver() {
        return over.get();
      }

      @Override
      public void rollback() {
        ensemble.queue().restrict(false);
        over.set(true);
      }
    };
  }
}
