package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import java.util.List;

/** HAProxy before three web servers (nginx), as processes of this machine. */
public final class HaproxyWeb implements Subject<HaproxyWebCluster> {
  @Override
  public String id() {
    return "haproxy-web";
  }

  @Override
  public String title() {
    return "HAProxy before three web servers";
  }

  @Override
  public List<String> targets() {
    return List.of("balancer", "web-1", "web-2", "web-3");
  }

  @Override
  public HaproxyWebCluster start(ComponentRuntime runtime) {
    List<WebServer> sites =
        List.of(new WebServer("web-1"), new WebServer("web-2"), new WebServer("web-3"));
    List<Component> servers = runtime.start(sites.stream().map(WebServer::spec).toList());
    Component balancer = runtime.start(List.of(Balancer.before(servers))).get(0);
    return new HaproxyWebCluster(balancer, servers, sites);
  }

  @Override
  public Glossary glossary() {
    return Runbook.glossary();
  }

  @Override
  public List<Signal> signals() {
    return Signals.all();
  }

  @Override
  public List<Invariant> invariants() {
    return Invariants.all();
  }

  @Override
  public List<FaultType<HaproxyWebCluster>> faults() {
    return List.of(
        new MisdirectChecks(),
        new OccupyConnections(),
        new RollOut(),
        new DenyAddresses(),
        new DrainByPlan());
  }

  @Override
  public List<LoadType<HaproxyWebCluster>> loads() {
    return List.of(new Visitors());
  }
}
