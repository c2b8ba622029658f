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

/** Maintenance: a member is stopped in good order and started again at once. */
final class RestartByPlan implements FaultType {
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
  public Fault plan(FaultPlan plan) {
    Component member = plan.targets().get(0);
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("without this JVM its runtime ends, too"));
      }

      @Override
      public void inject() {
        member.stop(Duration.ofSeconds(5));
        member.restart();
      }

      /** The member tells how long it has been up. */
      @Override
      public WitnessReport witness() {
        double seconds = uptimeSeconds(member);
        return new WitnessReport(seconds < 15, member.id() + " has been up for " + seconds + " s");
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
