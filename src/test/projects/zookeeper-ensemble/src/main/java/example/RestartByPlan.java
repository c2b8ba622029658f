package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Maintenance: a member is stopped in good order and started again at once. */
final class RestartByPlan implements FaultType<ZooKeeperCluster> {
  @Override
  public String name() {
    return "restart-by-plan";
  }

  @Override
  public String description() {
    return "stops a member in good order and starts it again at once";
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fault plan(FaultPlan<ZooKeeperCluster> plan) {
    Component member = plan.targets().get(0);
    AtomicLong begun = new AtomicLong();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("without this JVM its runtime ends, too"));
      }

      @Override
      public void inject() {
        begun.set(System.nanoTime());
        member.stop(Duration.ofSeconds(5));
        member.restart();
      }

      /** The member tells how long it has been up. */
      @Override
      public WitnessReport witness() {
        double up = uptimeSeconds(member);
        double since = (System.nanoTime() - begun.get()) / 1e9;
        return new WitnessReport(
            begun.get() != 0 && up < since, member.id() + " has been up for " + up + " s");
      }

      @Override
      public boolean isOver() {
        return member.state() == ComponentState.RUNNING;
      }

      @Override
      public void rollback() {
        if (member.state() != ComponentState.RUNNING) {
          member.restart();
        }
      }
    };
  }

  private static double uptimeSeconds(Component member) {
    try {
      return FourLetters.ask(member, "mntr")
          .lines()
          .filter(line -> line.startsWith("zk_uptime\t"))
          .mapToDouble(line -> Double.parseDouble(line.split("\t")[1]) / 1000)
          .findFirst()
          .orElse(Double.MAX_VALUE);
    } catch (IOException e) {
      return Double.MAX_VALUE;
    }
  }
}
