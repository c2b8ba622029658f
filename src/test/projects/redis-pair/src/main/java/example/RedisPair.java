package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Redis primary and its replica, as two processes. */
public final class RedisPair implements Subject<RedisPairCluster> {
  static final String PORT = "redis";

  @Override
  public String id() {
    return "redis-pair";
  }

  @Override
  public String title() {
    return "Redis: a primary and its replica";
  }

  @Override
  public List<String> targets() {
    return List.of("primary", "replica");
  }

  @Override
  public RedisPairCluster start(ComponentRuntime runtime) {
    Component primary = runtime.start(List.of(server("primary", List.of()))).get(0);
    var address = primary.internalEndpoint(PORT);
    List<String> follow = List.of("--replicaof", address.host() + " " + address.port());
    Component replica = runtime.start(List.of(server("replica", follow))).get(0);
    return new RedisPairCluster(primary, replica);
  }

  /** Every write is on the disk before it is acknowledged, so that a restart finds them all. */
  private static ComponentSpec server(String id, List<String> more) {
    ProcessProgram program =
        new ProcessProgram(
            place -> {
              List<String> line = new ArrayList<>(List.of("redis-server", "--bind", "127.0.0.1"));
              line.addAll(List.of("--port", Integer.toString(place.port(PORT))));
              line.addAll(List.of("--dir", place.folder().toString(), "--save", ""));
              line.addAll(List.of("--appendonly", "yes", "--appendfsync", "always"));
              line.addAll(List.of("--repl-diskless-sync-delay", "0"));
              line.addAll(more);
              return line;
            },
            Map.of());
    return ComponentSpec.of(
            id,
            id,
            component -> RedisPairCluster.ask(component, redis -> redis.ping()).isPresent(),
            Duration.ofSeconds(10))
        .withPorts(PORT)
        .asProcess(program);
  }

  @Override
  public List<Signal> signals() {
    return List.of(
        new Signal("behind", "replica behind by", "Yet to be copied", "bytes", 50_000),
        new Signal("answering", "servers answering", "Servers that answer", "", 2));
  }

  @Override
  public List<Invariant> invariants() {
    return List.of(
        Invariant.ofSystem(
            "replica-is-current",
            "the replica has copied what the primary has written",
            "bytes",
            seen -> Measurement.of(seen.signal("behind"), Bound.atMost(5_000))),
        Invariant.ofSystem(
            "servers-answer",
            "both servers answer a ping",
            "",
            seen -> Measurement.of(seen.signal("answering"), Bound.atLeast(2))));
  }

  @Override
  public Glossary glossary() {
    return new Glossary(
        List.of(
            Term.of(
                "replication lag",
                "The replica answers, but it has not copied what was written to the primary.",
                "stale replica"),
            Term.of("primary down", "The primary refuses connections, and writes fail."),
            Term.of("replica down", "The replica refuses connections."),
            Term.of("split brain", "Two servers both call themselves primary and take writes."),
            Term.of("memory exhaustion", "Writes are refused because the memory limit is reached."),
            Term.of("slow command", "One long command holds up every other client."),
            Term.of("disk failure", "Writes fail because the log cannot be written to the disk."),
            Term.of(
                "too many clients", "New connections are closed at once: the limit is used up.")));
  }

  @Override
  public List<FaultType<RedisPairCluster>> faults() {
    return List.of(new MisdirectReplica());
  }

  @Override
  public List<LoadType<RedisPairCluster>> loads() {
    return List.of(new Writes());
  }
}
