package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The load balancer and its servers, seen from outside, and a visitor who is always there. */
public final class HaproxyWebCluster implements Cluster {
  private static final double ALWAYS_PER_SECOND = 4;

  final Component balancer;
  final List<Component> servers;
  final Traffic traffic = new Traffic();

  private final List<WebServer> sites;
  private final Shares shares = new Shares();
  private final ExecutorService looking =
      Executors.newFixedThreadPool(4, HaproxyWebCluster::daemon);
  private final Clients always;

  HaproxyWebCluster(Component balancer, List<Component> servers, List<WebServer> sites) {
    this.balancer = balancer;
    this.servers = List.copyOf(servers);
    this.sites = List.copyOf(sites);
    always = new Clients(traffic, List.of(new Visitor(balancer)), () -> ALWAYS_PER_SECOND);
  }

  /** What a web server serves from. */
  WebServer site(Component server) {
    return sites.stream().filter(site -> site.id().equals(server.id())).findFirst().orElseThrow();
  }

  @Override
  public List<Component> components() {
    List<Component> all = new ArrayList<>(List.of(balancer));
    all.addAll(servers);
    return List.copyOf(all);
  }

  @Override
  public ClusterSnapshot observe() {
    List<Callable<Look>> looks = new ArrayList<>();
    looks.add(() -> Look.atBalancer(balancer));
    servers.forEach(server -> looks.add(() -> Look.atServer(server)));
    List<Look> seen = all(looks);
    Statistics statistics = seen.get(0).statistics();
    List<ComponentStatus> components = new ArrayList<>();
    components.add(status(balancer, seen.get(0), ""));
    for (int i = 0; i < servers.size(); i++) {
      Component server = servers.get(i);
      components.add(status(server, seen.get(i + 1), place(statistics, server.id())));
    }
    return new ClusterSnapshot(components, facts(components, seen, statistics));
  }

  private Map<String, Reading> facts(
      List<ComponentStatus> components, List<Look> seen, Statistics statistics) {
    Map<String, Reading> facts = new HashMap<>();
    facts.put(Signals.REQUESTS, traffic.perSecond());
    facts.put(Signals.FAILED, traffic.failedPercent());
    facts.put(Signals.RESPONSE_TIME, traffic.seconds95());
    long answering = components.stream().filter(one -> one.health() == Health.SERVING).count();
    facts.put(Signals.ANSWERING, Reading.of(answering));
    long releases = seen.stream().map(Look::release).filter(r -> !r.isEmpty()).distinct().count();
    facts.put(
        Signals.RELEASES,
        releases == 0 ? Reading.unknown("no web server says") : Reading.of(releases));
    if (statistics == null) {
      Reading silent = Reading.unknown("the load balancer does not answer");
      List.of(Signals.CONNECTIONS, Signals.IN_ROTATION, Signals.LARGEST_SHARE)
          .forEach(signal -> facts.put(signal, silent));
    } else {
      List<String> ids = servers.stream().map(Component::id).toList();
      facts.put(Signals.CONNECTIONS, Reading.of(statistics.connections()));
      facts.put(
          Signals.IN_ROTATION, Reading.of(ids.stream().filter(statistics::isInRotation).count()));
      facts.put(
          Signals.LARGEST_SHARE,
          shares.largestPercent(ids.stream().map(statistics::requests).toList()));
    }
    return facts;
  }

  /** How the load balancer sees a server. */
  private static String place(Statistics statistics, String server) {
    if (statistics == null) {
      return "";
    }
    return "%s in rotation, last check %s"
        .formatted(statistics.isInRotation(server) ? "is" : "not", statistics.check(server));
  }

  private static ComponentStatus status(Component component, Look look, String detail) {
    return ComponentStatus.of(component.id(), component.role(), look.health(), detail);
  }

  /** Each is bounded by the timeouts of its requests. */
  private List<Look> all(List<Callable<Look>> looks) {
    List<Look> seen = new ArrayList<>();
    try {
      for (Future<Look> look : looking.invokeAll(looks)) {
        seen.add(look.get());
      }
      return seen;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The look at the components was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A look at a component failed: " + e.getCause(), e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "look");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    looking.shutdownNow();
    always.close();
  }
}
