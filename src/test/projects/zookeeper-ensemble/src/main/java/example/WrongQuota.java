package example;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;
import org.apache.zookeeper.KeeperException;

/** Somebody sets a quota with two digits too few. */
final class WrongQuota implements FaultType<ZooKeeperCluster> {
  private static final int WRONG = 5;

  @Override
  public String name() {
    return "wrong-quota";
  }

  @Override
  public String description() {
    return "allows fewer nodes below the jobs than there are";
  }

  @Override
  public Fault plan(FaultPlan<ZooKeeperCluster> plan) {
    ZooKeeperCluster ensemble = plan.cluster();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("the quota ends with the members"));
      }

      @Override
      public void inject() {
        ensemble.queue().setQuota(WRONG);
      }

      /** A client of its own tries to create a job. */
      @Override
      public WitnessReport witness() {
        return CreateProbe.refused(ensemble, KeeperException.Code.QUOTAEXCEEDED);
      }

      @Override
      public boolean isOver() {
        return ensemble.queue().quota().orElse(WRONG) != WRONG;
      }

      @Override
      public void rollback() {
        ensemble.queue().setQuota(JobQueue.QUOTA);
      }
    };
  }
}
