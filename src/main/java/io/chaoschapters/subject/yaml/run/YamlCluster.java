package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.PromQlSource;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.subject.yaml.ask.Answer;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.model.Check;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.Definition;
import io.chaoschapters.subject.yaml.model.SignalEntry;
import io.chaoschapters.subject.yaml.model.SignalSource;
import io.chaoschapters.subject.yaml.model.TargetEntry;
import io.chaoschapters.subject.yaml.model.Waves;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The components of a subject's file. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class YamlCluster implements Cluster {
  private static final Duration VERSION_WITHIN = Duration.ofSeconds(5);
  private static final Duration REPAIR_WITHIN = Duration.ofSeconds(20);

  private final Definition definition;
  private final ComponentRuntime runtime;
  private final Addresses addresses = new Addresses();
  private final Map<String, Component> components = new LinkedHashMap<>();
  private final AtomicInteger programs = new AtomicInteger();
  private final Observer observer;

  private YamlCluster(Definition definition, ComponentRuntime runtime) {
    this.definition = definition;
    this.runtime = runtime;
    this.observer = new Observer(definition, this);
  }

  /** Starts them, one wave after the other, and waits until all are ready. */
  public static YamlCluster start(Definition definition, ComponentRuntime runtime) {
    YamlCluster cluster = new YamlCluster(definition, runtime);
    cluster.addresses.marks(runtime.marks());
    ProcessSpecs specs = new ProcessSpecs(cluster.addresses, definition.components());
    Map<String, Component> started = new HashMap<>();
    for (List<ComponentEntry> wave : Waves.of(definition.components())) {
      for (Component component : runtime.start(wave.stream().map(specs::of).toList())) {
        cluster.addresses.add(component);
        started.put(component.id(), component);
      }
    }
    definition
        .components()
        .forEach(entry -> cluster.components.put(entry.id(), started.get(entry.id())));
    return cluster;
  }

  Addresses addresses() {
    return addresses;
  }

  /** Starts a client program, which ends with the runtime at the latest. */
  Component client(String name, java.util.function.Function<String, ComponentSpec> spec) {
    String id = "load-" + name + "-" + programs.incrementAndGet();
    return runtime.start(List.of(spec.apply(id))).get(0);
  }

  @Override
  public List<Component> components() {
    return List.copyOf(components.values());
  }

  @Override
  public Optional<PromQlSource> prometheus() {
    return observer.prometheus();
  }

  @Override
  public List<String> hints() {
    return observer.late();
  }

  @Override
  public ClusterSnapshot observe() {
    return observer.look();
  }

  @Override
  public WitnessReport witnessDelay(Component component, Duration by) {
    return observer.late(component, by);
  }

  @Override
  public WitnessReport witnessCutOff(Component component) {
    Check.Result seen = cutOff(component);
    boolean runs = component.state() == ComponentState.RUNNING;
    String words = runs ? seen.words() : RootLocale.format("%s does not run", component.id());
    return new WitnessReport(seen.holds() && runs, words);
  }

  @Override
  public void requireNotCutOff(Component component) {
    Check.Result before = cutOff(component);
    if (before.holds()) {
      throw new IllegalStateException(
          RootLocale.format(
              "%s: 'cut-off' of '%s' holds before anything is cut off (%s), so it proves nothing; let it look at something else.",
              entry(component).where(), component.id(), before.words()));
    }
  }

  private Check.Result cutOff(Component component) {
    Check check = entry(component).cutOff();
    if (check == null) {
      return new Check.Result(
          false,
          false,
          RootLocale.format("component '%s' has no 'cut-off' in the file", component.id()));
    }
    Names named = addresses.ofTarget(component);
    String asked = check.of();
    return check.look(asked == null ? named : addresses.of(component(asked)).or(named));
  }

  private ComponentEntry entry(Component component) {
    return definition.components().stream()
        .filter(entry -> entry.id().equals(component.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(component.id() + " is not in the file"));
  }

  @Override
  public List<ScrapeTarget> scrapeTargets() {
    List<ScrapeTarget> targets = new ArrayList<>();
    for (ComponentEntry entry : definition.components()) {
      ScrapeTarget page = page(entry);
      if (page != null) {
        targets.add(queries().isEmpty() ? page : page.keepingOnly(queries().values()));
      }
    }
    return targets;
  }

  @Nullable ScrapeTarget page(ComponentEntry entry) {
    ComponentEntry.MetricsPage metrics = entry.metrics();
    if (metrics == null) {
      return null;
    }
    Component shows = component(entry.id());
    String path = new Template(metrics.path()).fill(addresses.of(shows));
    return new ScrapeTarget(
        definition.id(), entry.id(), shows.endpoint(metrics.port()).http(path), Map.of());
  }

  @Override
  public Map<String, MetricQuery> queries() {
    Map<String, MetricQuery> queries = new HashMap<>();
    for (SignalEntry entry : definition.signals()) {
      if (entry.source() instanceof SignalSource.OfMetrics metrics) {
        queries.put(entry.signal().id(), metrics.query());
      }
      if (entry.source() instanceof SignalSource.OfPromQl text && definition.prometheus() == null) {
        queries.put(entry.signal().id(), text.query());
      }
    }
    return queries;
  }

  @Override
  public Map<String, String> versions() {
    Map<CommandQuestion, String> known = new HashMap<>();
    Map<String, String> versions = new HashMap<>();
    for (ComponentEntry entry : definition.components()) {
      CommandQuestion version = entry.version();
      if (version != null) {
        String text = known.computeIfAbsent(version, asked -> firstLine(asked, entry.id()));
        if (!text.isEmpty()) {
          versions.put(entry.id(), text);
        }
      }
    }
    return versions;
  }

  private String firstLine(CommandQuestion version, String component) {
    Answer answer = version.ask(addresses.of(component(component)), VERSION_WITHIN);
    return answer.isThere() ? answer.text().lines().findFirst().orElse("").strip() : "";
  }

  @Override
  public boolean isMoving(String target) {
    return definition.targets().stream().anyMatch(entry -> entry.name().equals(target));
  }

  @Override
  public Component target(String name) {
    return definition.targets().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .map(this::found)
        .orElseGet(() -> component(name));
  }

  private Component found(TargetEntry target) {
    return new MovingTarget(target, definition, this).find();
  }

  @Override
  public void repair() {
    Commands.run(
        definition.repair(), addresses.ofAll(), REPAIR_WITHIN, "a command of a repair has no more");
  }

  @Override
  public void close() {
    observer.close();
  }
}
