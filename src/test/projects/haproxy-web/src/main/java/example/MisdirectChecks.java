package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** The load balancer checks its servers at a port where nothing listens. */
final class MisdirectChecks implements FaultType<HaproxyWebCluster> {
  @Override
  public String name() {
    return "misdirect-checks";
  }

  @Override
  public String description() {
    return "has the load balancer check its servers at a port where nothing listens";
  }

  @Override
  public Fault plan(FaultPlan<HaproxyWebCluster> plan) {
    HaproxyWebCluster web = plan.cluster();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return web.servers.stream()
            .map(
                server ->
                    new UndoStep(
                        "check %s at its port again".formatted(server.id()),
                        Balancer.command(web.balancer, checkAt(server, rightPort(server)))))
            .toList();
      }

      @Override
      public void inject() {
        web.servers.forEach(server -> Balancer.tell(web.balancer, checkAt(server, 1)));
      }

      /** The servers answer whoever asks them directly, and none is in rotation. */
      @Override
      public WitnessReport witness() {
        long well = web.servers.stream().filter(MisdirectChecks::isWell).count();
        long inRotation = inRotation();
        return new WitnessReport(
            well == web.servers.size() && inRotation == 0,
            "%d servers answer, %d are in rotation".formatted(well, inRotation));
      }

      private long inRotation() {
        try {
          Statistics seen = Statistics.of(web.balancer);
          return web.servers.stream().filter(server -> seen.isInRotation(server.id())).count();
        } catch (IOException e) {
          throw new UncheckedIOException("The load balancer's statistics cannot be read", e);
        }
      }

      @Override
      public boolean isOver() {
        return inRotation() == web.servers.size()
            && web.servers.stream()
                .allMatch(server -> Balancer.checkPort(web.balancer, server) == rightPort(server));
      }

      @Override
      public void rollback() {
        web.servers.forEach(
            server -> Balancer.tell(web.balancer, checkAt(server, rightPort(server))));
        Wait.atMost("all servers in rotation", Duration.ofSeconds(15))
            .until(() -> new Progress(isOver(), inRotation() + " are"));
      }
    };
  }

  private static int rightPort(Component server) {
    return server.internalEndpoint(WebServer.PORT).port();
  }

  private static String checkAt(Component server, int port) {
    return "set server web/%s check-port %d".formatted(server.id(), port);
  }

  private static boolean isWell(Component server) {
    try {
      return Http.get(server.endpoint(WebServer.PORT), "/health").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
