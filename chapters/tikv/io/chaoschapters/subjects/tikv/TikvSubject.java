package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** Three TiKV stores under one placement driver. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TikvSubject implements Subject<TikvCluster> {
  @Override
  public String id() {
    return "tikv";
  }

  @Override
  public String title() {
    return "TiKV: three stores, one placement driver";
  }

  @Override
  public Glossary glossary() {
    return TikvGlossary.terms();
  }

  @Override
  public List<Signal> signals() {
    return TikvSignals.all();
  }

  @Override
  public List<Invariant> invariants() {
    return TikvInvariants.all();
  }

  @Override
  public List<FaultType<TikvCluster>> faults() {
    return List.of(new EvictLeadersFaultType(), new LockOutFaultType(), new MuteFaultType());
  }

  @Override
  public List<LoadType<TikvCluster>> loads() {
    return List.of(new WriteLoad());
  }

  @Override
  public List<ParameterSpec> configuration() {
    return List.of();
  }

  @Override
  public List<String> runtimes() {
    return List.of("local", "docker", "kubernetes");
  }

  @Override
  public List<String> images() {
    return TikvContainers.images();
  }

  @Override
  public Optional<String> standIn(String runtime) {
    // What runs in containers is told by itself once it runs.
    return runtime.equals("local") ? Optional.of(TikvBuilds.STAND_IN) : Optional.empty();
  }

  @Override
  public List<String> targets() {
    return TikvComponents.IDS;
  }

  @Override
  public TikvCluster start(ComponentRuntime runtime) {
    // The stores are told where the placement driver is, so it is there first.
    Component pd = runtime.start(List.of(TikvComponents.pd())).get(0);
    TikvStart start = new TikvStart(pd);
    List<Component> stores =
        new StoreStart(start.client()).start(() -> runtime.start(TikvComponents.stores(pd)));
    return start.connect(stores, runtime.logs());
  }
}
