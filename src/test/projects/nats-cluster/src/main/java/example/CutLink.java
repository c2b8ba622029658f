package example;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;
import java.util.stream.StreamSupport;

/** The link of the third server to the others breaks; its clients still reach it. */
final class CutLink implements FaultType<NatsCluster> {
  @Override
  public String name() {
    return "cut-link";
  }

  @Override
  public String description() {
    return "breaks the link between the third server and the two others";
  }

  @Override
  public Fault plan(FaultPlan<NatsCluster> plan) {
    NatsCluster nats = plan.cluster();
    Endpoint control = nats.component(Link.ID).endpoint(Link.CONTROL);
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(
            new UndoStep("mend the link", List.of("curl", "-s", control.http("/mend").toString())));
      }

      @Override
      public void inject() {
        nats.http().tell(control, "/cut");
      }

      /** The others know whom they have routes to, whatever the link was told. */
      @Override
      public WitnessReport witness() {
        long routes = routesToRemote(nats);
        return new WitnessReport(routes == 0, "the others have " + routes + " routes to it");
      }

      @Override
      public boolean isOver() {
        return routesToRemote(nats) == NatsServers.IDS.size() - 1;
      }

      @Override
      public void rollback() {
        nats.http().tell(control, "/mend");
      }
    };
  }

  /** A route does not tell the name of the server at its other end, but its id. */
  private static long routesToRemote(NatsCluster nats) {
    Component remote = nats.component(NatsServers.REMOTE);
    String id = ask(nats, remote, "/varz").path("server_id").asText();
    return nats.servers().stream()
        .filter(server -> !server.equals(remote))
        .map(server -> ask(nats, server, "/routez"))
        .flatMap(answer -> StreamSupport.stream(answer.path("routes").spliterator(), false))
        .filter(route -> route.path("remote_id").asText().equals(id))
        .count();
  }

  private static JsonNode ask(NatsCluster nats, Component server, String path) {
    return nats.http()
        .json(server.endpoint(NatsServers.HTTP), path)
        .join()
        .orElseThrow(() -> new IllegalStateException(server.id() + " does not answer."));
  }
}
