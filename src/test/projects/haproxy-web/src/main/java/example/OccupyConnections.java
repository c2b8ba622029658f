package example;

import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Opens as many connections as the load balancer may have, and says nothing on them. */
final class OccupyConnections implements FaultType<HaproxyWebCluster> {
  @Override
  public String name() {
    return "occupy-connections";
  }

  @Override
  public String description() {
    return "opens all the connections that the load balancer may have";
  }

  @Override
  public Fault plan(FaultPlan<HaproxyWebCluster> plan) {
    HaproxyWebCluster web = plan.cluster();
    return new Fault() {
      private final List<Socket> open = new ArrayList<>();

      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("the connections end with this JVM"));
      }

      /** A few more than allowed: some of the first places are still taken by users. */
      @Override
      public synchronized void inject() {
        Endpoint site = web.balancer.endpoint(Balancer.SITE);
        try {
          for (int i = 0; i < Balancer.CONNECTIONS + 12; i++) {
            open.add(new Socket(site.host(), site.port()));
          }
        } catch (IOException e) {
          throw new UncheckedIOException("A connection could not be opened", e);
        }
      }

      /** The load balancer counts its clients itself. */
      @Override
      public WitnessReport witness() {
        try {
          long connections = Statistics.of(web.balancer).connections();
          return new WitnessReport(
              connections >= Balancer.CONNECTIONS, connections + " client connections are open");
        } catch (IOException e) {
          return new WitnessReport(false, "the load balancer does not say: " + e);
        }
      }

      @Override
      public synchronized boolean isOver() {
        return open.isEmpty();
      }

      @Override
      public synchronized void rollback() {
        try {
          while (!open.isEmpty()) {
            open.get(0).close();
            open.remove(0);
          }
        } catch (IOException e) {
          throw new UncheckedIOException("A connection could not be closed", e);
        }
      }
    };
  }
}
