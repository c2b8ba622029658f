package io.chaoschapters.safety.victims;

import io.chaoschapters.chaos.ComponentFaults;
import io.chaoschapters.runtime.Runtime;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real subject that misbehaves when it is asked to. */
abstract class Victim implements Subject {
  private final Subject subject;

  Victim(Subject subject) {
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
  public List<FaultType> faults() {
    return Stream.concat(ComponentFaults.all().stream(), subject.faults().stream())
        .<FaultType>map(ShakyFaultType::new)
        .toList();
  }

  @Override
  public List<LoadType> loads() {
    return subject.loads().stream().<LoadType>map(VictimLoad::new).toList();
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
  public Cluster start(Runtime runtime) {
    return new VictimCluster(subject.start(runtime));
  }
}
