package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Jobs and a registry of workers in a ZooKeeper ensemble. */
public final class ZooKeeperSubject implements Subject<ZooKeeperCluster> {
  @Override
  public String id() {
    return "zookeeper-ensemble";
  }

  @Override
  public String title() {
    return "ZooKeeper: an ensemble of three";
  }

  @Override
  public List<String> targets() {
    return Stream.concat(Members.IDS.stream(), Stream.of(Link.ID, Worker.ID)).toList();
  }

  @Override
  public ZooKeeperCluster start(ComponentRuntime runtime) {
    Addresses addresses = new Addresses();
    List<ComponentSpec> specs = new ArrayList<>(new Members(addresses).specs());
    specs.add(Link.spec(addresses));
    List<Component> started = runtime.start(specs);
    List<Component> members = started.subList(0, Members.IDS.size());
    Component link = started.get(Members.IDS.size());
    String servers = ZooKeeperCluster.servers(members);
    Component worker = runtime.start(List.of(Worker.spec(servers))).get(0);
    return new ZooKeeperCluster(members, link, worker);
  }

  @Override
  public List<Signal> signals() {
    return EnsembleSignals.all();
  }

  @Override
  public List<Invariant> invariants() {
    return EnsembleInvariants.all();
  }

  @Override
  public Glossary glossary() {
    return EnsembleGlossary.terms();
  }

  @Override
  public List<LoadType<ZooKeeperCluster>> loads() {
    return List.of(new Jobs());
  }

  @Override
  public List<FaultType<ZooKeeperCluster>> faults() {
    return List.of(
        new CutLink(),
        new LeakClients(),
        new WrongQuota(),
        new RestrictJobs(),
        new RestartByPlan());
  }
}
