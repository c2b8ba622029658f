package io.chaoschapters.safety.victims;

import io.chaoschapters.chaos.fault.ComponentFaults;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real subject that misbehaves when it is asked to. */
abstract class Victim<C extends Cluster> implements Subject<VictimCluster<C>> {
  private final Subject<C> subject;

  Victim(Subject<C> subject) {
    this.subject = subject;
  }

  @Override
  public String id() {
    return "victim-" + subject.id();
  }

  @Override
  public String title() {
    return "Victim: " + subject.title();
  }

  @Override
  public Glossary glossary() {
    return subject.glossary();
  }

  @Override
  public List<Signal> signals() {
    return subject.signals();
  }

  @Override
  public List<Invariant> invariants() {
    return subject.invariants();
  }

  @Override
  public List<FaultType<? super VictimCluster<C>>> faults() {
    List<FaultType<? super VictimCluster<C>>> shaky = new ArrayList<>();
    ComponentFaults.all().forEach(type -> shaky.add(new ShakyFaultType<C>(type)));
    subject.faults().forEach(type -> shaky.add(new ShakyFaultType<C>(type)));
    return shaky;
  }

  @Override
  public List<LoadType<? super VictimCluster<C>>> loads() {
    return subject.loads().stream()
        .<LoadType<? super VictimCluster<C>>>map(type -> new VictimLoad<C>(type))
        .toList();
  }

  @Override
  public List<ParameterSpec> configuration() {
    return subject.configuration();
  }

  @Override
  public List<String> runtimes() {
    return subject.runtimes();
  }

  @Override
  public List<String> images() {
    return subject.images();
  }

  @Override
  public Optional<String> standIn(String runtime) {
    return subject.standIn(runtime);
  }

  @Override
  public List<String> targets() {
    return subject.targets();
  }

  @Override
  public VictimCluster<C> start(ComponentRuntime runtime) {
    return new VictimCluster<>(subject.start(runtime));
  }
}
