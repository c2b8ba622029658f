package io.chaoschapters.toy;

import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import java.util.List;
import java.util.Optional;

/** A queue with two nodes, all in memory. */
public class ToySubject implements Subject<ToyCluster> {
  @Override
  public String id() {
    return "toy";
  }

  @Override
  public String title() {
    return "Two-node toy queue";
  }

  @Override
  public Glossary glossary() {
    return new Glossary(
        List.of(
            Term.of(
                "queue overflow",
                "More items wait in the queue than it can hold, while all nodes answer.",
                "backlog overflow"),
            Term.of("node outage", "A node refuses connections or does not answer at all."),
            Term.of("poison message", "One item fails again and again and is never done."),
            Term.of("slow consumer", "Items are taken from the queue later than they come.")));
  }

  @Override
  public List<Signal> signals() {
    return List.of(
        new Signal("backlog", "backlog", "items that wait in the queue", "items", 50),
        new Signal("serving", "nodes serving", "nodes that answer", "", 2));
  }

  @Override
  public List<Invariant> invariants() {
    return List.of(
        Invariant.ofSystem(
            "backlog-small",
            "few items wait in the queue",
            "items",
            seen -> Measurement.of(seen.signal("backlog"), Bound.atMost(10))),
        Invariant.ofSystem(
            "nodes-answer",
            "every node answers",
            "",
            seen -> Measurement.of(seen.signal("serving"), Bound.atLeast(2))));
  }

  @Override
  public List<FaultType<ToyCluster>> faults() {
    return List.of(new ToyFlood());
  }

  @Override
  public List<LoadType<ToyCluster>> loads() {
    return List.of(new ToyLoad());
  }

  @Override
  public List<ParameterSpec> configuration() {
    return List.of(
        ParameterSpec.choice("mode", "how items are handed out", "fair", "greedy"),
        ParameterSpec.of("capacity", ParameterSpec.Type.COUNT, "items that fit", "10"));
  }

  @Override
  public List<String> runtimes() {
    return List.of("local");
  }

  @Override
  public Optional<String> standIn(String runtime) {
    return Optional.empty();
  }

  /** One more than there are, which is told once it runs. */
  @Override
  public List<String> targets() {
    return List.of("node-1", "node-2", "node-3");
  }

  @Override
  public ToyCluster start(ComponentRuntime runtime) {
    return new ToyCluster();
  }
}
