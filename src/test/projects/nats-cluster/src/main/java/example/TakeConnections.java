package example;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A client that leaks connections takes all that servers allow. */
final class TakeConnections implements FaultType<NatsCluster> {
  @Override
  public String name() {
    return "take-connections";
  }

  @Override
  public String description() {
    return "opens client connections until servers take no more, and keeps them";
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fault plan(FaultPlan<NatsCluster> plan) {
    NatsCluster nats = plan.cluster();
    List<Socket> taken = new ArrayList<>();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("the connections end with this JVM"));
      }

      @Override
      public void inject() {
        plan.targets().forEach(server -> takeAll(server, taken));
      }

      /** The server counts its connections itself. */
      @Override
      public WitnessReport witness() {
        List<Integer> counts =
            plan.targets().stream().map(server -> connections(nats, server)).toList();
        return new WitnessReport(
            counts.stream().allMatch(count -> count >= NatsServers.MAX_CONNECTIONS - 1),
            "the servers count " + counts + " client connections");
      }

      @Override
      public boolean isOver() {
        synchronized (taken) {
          return taken.isEmpty();
        }
      }

      @Override
      public void rollback() {
        synchronized (taken) {
          taken.forEach(TakeConnections::close);
          taken.clear();
        }
      }
    };
  }

  private static void takeAll(Component server, List<Socket> taken) {
    for (int i = 0; i < NatsServers.MAX_CONNECTIONS; i++) {
      try {
        Socket socket = Ping.open(server.endpoint(NatsServers.CLIENT));
        synchronized (taken) {
          taken.add(socket);
        }
        if (!Ping.answers(socket)) {
          return;
        }
      } catch (IOException e) {
        return; // closed at once: it takes no more
      }
    }
  }

  private static int connections(NatsCluster nats, Component server) {
    return nats.http()
        .json(server.endpoint(NatsServers.HTTP), "/varz")
        .join()
        .map((JsonNode status) -> status.path("connections").asInt())
        .orElse(-1);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed either way.
    }
  }
}
