package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Parameters;
import io.nats.client.Connection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Three servers, the link to one of them, and a worker. */
public final class NatsCluster implements Cluster {
  private final List<Component> servers;
  private final Component link;
  private final Component worker;
  private final Addresses addresses;
  private final Http http = new Http();
  private final ExecutorService pings = Executors.newFixedThreadPool(NatsServers.IDS.size());
  private final OrderCounts counts = new OrderCounts();
  private final Connection operator;
  private final OrderStream stream;

  NatsCluster(List<Component> servers, Component link, Component worker, Addresses addresses) {
    this.servers = List.copyOf(servers);
    this.link = link;
    this.worker = worker;
    this.addresses = addresses;
    this.operator = connect();
    this.stream = new OrderStream(operator);
  }

  private Connection connect() {
    try {
      return Clients.connect(Passwords.OPERATOR, servers);
    } catch (IOException e) {
      throw new IllegalStateException("No NATS server takes a connection: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while connecting", e);
    }
  }

  List<Component> servers() {
    return servers;
  }

  OrderCounts counts() {
    return counts;
  }

  OrderStream stream() {
    return stream;
  }

  Http http() {
    return http;
  }

  Addresses addresses() {
    return addresses;
  }

  NatsReport report() {
    return NatsReport.of(servers, http);
  }

  @Override
  public List<Component> components() {
    List<Component> all = new ArrayList<>(servers);
    all.add(link);
    all.add(worker);
    return List.copyOf(all);
  }

  @Override
  public void configure(Parameters given) {
    stream.recreate();
    stream.lead(given.text("leader"));
  }

  /** After the loss of a majority a consumer of 2.9 may stay without a leader for minutes. */
  @Override
  public void repair() {
    stream.recreate();
  }

  @Override
  public ClusterSnapshot observe() {
    List<CompletableFuture<ComponentStatus>> states = new ArrayList<>();
    for (Component server : servers) {
      states.add(CompletableFuture.supplyAsync(() -> status(server, Ping.health(server)), pings));
    }
    states.add(http.health(link.endpoint(Link.CONTROL)).thenApply(health -> status(link, health)));
    states.add(
        http.health(worker.endpoint(Worker.CONTROL)).thenApply(health -> status(worker, health)));
    NatsReport report = report();
    return new ClusterSnapshot(
        states.stream().map(CompletableFuture::join).toList(),
        Map.of(
            "acknowledged", counts.acknowledged(),
            "failed", counts.failed(),
            "waiting", report.waiting(),
            "repeated", report.repeated(),
            "copies", report.copies(),
            "routes", report.routes(),
            "free-connections", report.freeConnections(),
            "stored", report.stored()));
  }

  private static ComponentStatus status(Component component, Health health) {
    return ComponentStatus.of(component.id(), component.role(), health, "");
  }

  @Override
  public void close() {
    pings.shutdown();
    try {
      operator.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
