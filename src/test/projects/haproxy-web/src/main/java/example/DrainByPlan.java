package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** An operator takes a web server out of rotation for a while, as before maintenance. */
final class DrainByPlan implements FaultType<HaproxyWebCluster> {
  @Override
  public String name() {
    return "drain-by-plan";
  }

  @Override
  public String description() {
    return "sends no new requests to a web server";
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fault plan(FaultPlan<HaproxyWebCluster> plan) {
    HaproxyWebCluster web = plan.cluster();
    Component server = plan.targets().get(0);
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(
            new UndoStep(
                "send requests to %s again".formatted(server.id()),
                Balancer.command(web.balancer, state("ready"))));
      }

      private String state(String wanted) {
        return "set server web/%s state %s".formatted(server.id(), wanted);
      }

      @Override
      public void inject() {
        Balancer.tell(web.balancer, state("drain"));
      }

      @Override
      public WitnessReport witness() {
        String state = seen();
        return new WitnessReport(state.startsWith("DRAIN"), server.id() + " is in state " + state);
      }

      private String seen() {
        try {
          return Statistics.of(web.balancer).state(server.id());
        } catch (IOException e) {
          throw new UncheckedIOException("The load balancer's statistics cannot be read", e);
        }
      }

      @Override
      public boolean isOver() {
        return seen().startsWith("UP");
      }

      @Override
      public void rollback() {
        Balancer.tell(web.balancer, state("ready"));
      }
    };
  }
}
