package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Three members, the link to one of them, and a worker that is registered. */
public final class ZooKeeperCluster implements Cluster {
  private final List<Component> members;
  private final Component link;
  private final Component worker;
  private final JobQueue queue;
  private final JobCounts counts = new JobCounts();
  private final Control control = new Control();
  private final ExecutorService questions = Executors.newCachedThreadPool();

  ZooKeeperCluster(List<Component> members, Component link, Component worker) {
    this.members = List.copyOf(members);
    this.link = link;
    this.worker = worker;
    this.queue = new JobQueue(servers());
  }

  static String servers(List<Component> members) {
    return members.stream()
        .map(member -> member.endpoint(Members.CLIENT).toString())
        .collect(Collectors.joining(","));
  }

  String servers() {
    return servers(members);
  }

  String server(String id) {
    return component(id).endpoint(Members.CLIENT).toString();
  }

  List<Component> members() {
    return members;
  }

  JobQueue queue() {
    return queue;
  }

  JobCounts counts() {
    return counts;
  }

  Control control() {
    return control;
  }

  @Override
  public List<Component> components() {
    List<Component> all = new ArrayList<>(members);
    all.add(link);
    all.add(worker);
    return List.copyOf(all);
  }

  @Override
  public void configure(Parameters given) {
    queue.recreate();
  }

  @Override
  public ClusterSnapshot observe() {
    var workers = ask(queue::workers);
    var quota = ask(queue::quota);
    var nodes = ask(queue::nodes);
    List<CompletableFuture<MemberReport>> asked =
        members.stream().map(member -> ask(() -> MemberReport.of(member))).toList();
    var programs =
        List.of(
            ask(() -> status(link, control.health(link.endpoint(Link.CONTROL)))),
            ask(() -> status(worker, control.health(worker.endpoint(Worker.CONTROL)))));
    EnsembleReport report =
        new EnsembleReport(asked.stream().map(CompletableFuture::join).toList());

    List<ComponentStatus> states = new ArrayList<>(report.states());
    programs.forEach(program -> states.add(program.join()));
    Map<String, Reading> facts = new HashMap<>(report.facts());
    facts.put("jobs", counts.stored());
    facts.put("failed", counts.failed());
    facts.put("slowest", counts.slowest());
    facts.put("workers", reading(workers.join()));
    facts.put("nodes-left", reading(difference(quota.join(), nodes.join())));
    return new ClusterSnapshot(states, facts);
  }

  private <T> CompletableFuture<T> ask(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, questions);
  }

  private static OptionalDouble difference(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
        : OptionalDouble.empty();
  }

  private static Reading reading(OptionalDouble number) {
    return number.isPresent()
        ? Reading.of(number.getAsDouble())
        : Reading.unknown("the ensemble does not answer");
  }

  private static ComponentStatus status(Component component, Health health) {
    return ComponentStatus.of(component.id(), component.role(), health, "");
  }

  @Override
  public void close() {
    questions.shutdown();
    queue.close();
  }
}
