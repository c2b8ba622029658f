package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Orders in a replicated JetStream stream, published by a shop and billed by a worker. */
public final class NatsSubject implements Subject<NatsCluster> {
  @Override
  public String id() {
    return "nats-cluster";
  }

  @Override
  public String title() {
    return "NATS: three servers with JetStream";
  }

  @Override
  public List<String> targets() {
    return Stream.concat(NatsServers.IDS.stream(), Stream.of(Link.ID, Worker.ID)).toList();
  }

  @Override
  public NatsCluster start(ComponentRuntime runtime) {
    Addresses addresses = new Addresses();
    List<ComponentSpec> specs = new ArrayList<>(new NatsServers(addresses).specs());
    specs.add(Link.spec(addresses));
    List<Component> started = runtime.start(specs);
    List<Component> servers = started.subList(0, NatsServers.IDS.size());
    Component link = started.get(NatsServers.IDS.size());
    Component worker = runtime.start(List.of(Worker.spec(servers))).get(0);
    return new NatsCluster(servers, link, worker, addresses);
  }

  @Override
  public List<Signal> signals() {
    return NatsSignals.all();
  }

  @Override
  public List<Invariant> invariants() {
    return NatsInvariants.all();
  }

  @Override
  public Glossary glossary() {
    return NatsGlossary.terms();
  }

  @Override
  public List<ParameterSpec> configuration() {
    return List.of(
        ParameterSpec.choice(
            "leader", "the server that leads the stream", NatsServers.IDS.toArray(String[]::new)));
  }

  @Override
  public List<LoadType<NatsCluster>> loads() {
    return List.of(new Orders());
  }

  @Override
  public List<FaultType<NatsCluster>> faults() {
    return List.of(
        new CutLink(),
        new RunawayImport(),
        new TakeConnections(),
        new GatewayFails(),
        new ChangePassword(),
        new RestartByPlan());
  }
}
