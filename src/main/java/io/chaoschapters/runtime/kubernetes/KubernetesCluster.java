package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.components.ComponentGroup;
import io.chaoschapters.runtime.components.Ending;
import io.chaoschapters.runtime.components.RunningParts;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.network.LinkProxy;
import io.chaoschapters.runtime.scraping.ContainerMetrics;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a Kubernetes runtime has started: a namespace with a guard, and pods in it. */
final class KubernetesCluster implements RunningParts, ContainerMetrics.Surroundings {
  private final Settings settings;
  private final Foothold foothold;
  private final PodStarter starter;
  private final Map<String, KubernetesComponent> made = new ConcurrentHashMap<>();
  private final ComponentGroup<KubernetesComponent> components =
      new ComponentGroup<>(KubernetesRuntimeProvider.ID);
  private final Ending ending = new Ending();

  private KubernetesCluster(Settings settings, Foothold foothold) {
    this.settings = settings;
    this.foothold = foothold;
    this.starter = foothold.starter();
  }

  static KubernetesCluster open(RuntimeContext context, Api api, String name) {
    return new KubernetesCluster(context.settings(), Foothold.take(context, api, name, Map.of()));
  }

  @Override
  public List<KubernetesComponent> start(List<ComponentSpec> specs) {
    List<KubernetesComponent> started =
        components.startBehind(specs, KubernetesCluster::inFrontOf, this::component);
    foothold.lease().awaitGuard();
    return started;
  }

  private static List<ComponentSpec> inFrontOf(ComponentSpec spec) {
    ContainerProgram program = spec.container();
    return program == null || spec.delayable().isEmpty()
        ? List.of()
        : List.of(LinkProxy.spec(spec, program));
  }

  private KubernetesComponent component(ComponentSpec spec) {
    ContainerProgram program = ComponentGroup.containerOf(spec);
    ComponentLog log = new ComponentLog(spec.id(), logs().resolve(spec.id() + ".log"));
    KubernetesComponent component =
        new KubernetesComponent(spec, program, starter, log, linkOf(spec));
    made.put(spec.id(), component);
    return component;
  }

  private KubernetesComponent.LinkChoice linkOf(ComponentSpec spec) {
    if (spec.delayable().isEmpty()) {
      return new KubernetesComponent.LinkChoice(
          null,
          RootLocale.format("component '%s' has no port whose answers can be delayed", spec.id()));
    }
    KubernetesComponent proxy = made.get(ContainerProgram.linkName(spec.id()));
    return proxy == null
        ? new KubernetesComponent.LinkChoice(null, "nothing stands in front of it")
        : new KubernetesComponent.LinkChoice(new PodLink(spec, proxy), "");
  }

  @Override
  public Path logs() {
    return foothold.logs();
  }

  @Override
  public MetricsService startMetrics(List<ScrapeTarget> targets) {
    return new ContainerMetrics(settings, this).start(targets);
  }

  @Override
  public Optional<Endpoint> asSeenInside(Endpoint seenHere) {
    return components.all().stream()
        .flatMap(component -> component.asSeenInside(seenHere).stream())
        .findFirst();
  }

  @Override
  public <T extends AutoCloseable> T closeLater(T part) {
    return ending.closeLater(part);
  }

  @Override
  public Watchdog.Watch endAfter(Duration limit) {
    return foothold.lease().endAfter(limit);
  }

  @Override
  public void thawAll() {
    components.thawAll();
  }

  @Override
  public void close() {
    ending.end(this::endAll);
  }

  private List<String> endAll() {
    List<String> problems = new ArrayList<>(components.endAll());
    problems.addAll(foothold.giveUp());
    return problems;
  }
}
