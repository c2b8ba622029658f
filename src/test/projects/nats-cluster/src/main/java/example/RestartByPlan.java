package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.time.Duration;
import java.util.List;

/** Maintenance: a server that leads nothing is stopped in good order and started again. */
final class RestartByPlan implements FaultType<NatsCluster> {
  @Override
  public String name() {
    return "restart-by-plan";
  }

  @Override
  public String description() {
    return "stops a component in good order and starts it again at once";
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fault plan(FaultPlan<NatsCluster> plan) {
    NatsCluster nats = plan.cluster();
    Component server = plan.targets().get(0);
    String before = startOf(nats, server);
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("without this JVM its runtime ends, too"));
      }

      @Override
      public void inject() {
        while (nats.stream().leader().equals(server.id())) {
          nats.stream().stepDown();
        }
        server.stop(Duration.ofSeconds(5));
        server.restart();
      }

      /** The server tells when it was started. */
      @Override
      public WitnessReport witness() {
        String now = startOf(nats, server);
        return new WitnessReport(
            !now.isEmpty() && !now.equals(before), server.id() + " was started at " + now);
      }

      @Override
      public boolean isOver() {
        return server.state() == ComponentState.RUNNING;
      }

      @Override
      public void rollback() {
        if (server.state() != ComponentState.RUNNING) {
          server.restart();
        }
      }
    };
  }

  private static String startOf(NatsCluster nats, Component server) {
    return nats.http()
        .json(server.endpoint(NatsServers.HTTP), "/varz")
        .join()
        .map(status -> status.path("start").asText())
        .orElse("");
  }
}
