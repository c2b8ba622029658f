package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.components.PartsBase;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.cpu.CpuLimits;
import io.chaoschapters.runtime.kubernetes.mesh.ChaosMesh;
import io.chaoschapters.runtime.kubernetes.namespace.Labels;
import io.chaoschapters.runtime.network.LinkProxy;
import io.chaoschapters.runtime.network.ProxyLink;
import io.chaoschapters.runtime.scraping.ContainerMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A running Kubernetes cluster: a namespace with a guard, and pods in it. */
final class KubernetesCluster extends PartsBase<KubernetesComponent> {
  private final Foothold foothold;
  private final PodStarter starter;
  private final @Nullable ChaosMesh mesh;
  private final CpuLimits limits;
  private final Map<String, KubernetesComponent> made = new ConcurrentHashMap<>();

  private KubernetesCluster(
      RuntimeContext context, Path logs, Foothold foothold, @Nullable ChaosMesh mesh) {
    super(KubernetesRuntimeProvider.ID, context.settings(), logs);
    this.foothold = foothold;
    this.mesh = mesh;
    this.starter = foothold.starter();
    this.limits =
        new CpuLimits(
            starter.api(),
            foothold.lease()::giveBackAfter,
            starter.maker().namespace(),
            context.journal());
  }

  static KubernetesCluster open(RuntimeContext context, Api api, String name) {
    Path logs = open(context, KubernetesRuntimeProvider.ID, folder -> folder);
    ChaosMesh mesh =
        KubernetesRuntimeProvider.isByChaosMesh(context.settings())
            ? new ChaosMesh(api, name, Labels.of(context.run()), context.journal())
            : null;
    return new KubernetesCluster(
        context, logs, Foothold.take(context, logs, api, name, Map.of()), mesh);
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
    KubernetesComponent component =
        new KubernetesComponent(
            spec, inContainer(spec), starter, logOf(spec), linkOf(spec), mesh, limits);
    made.put(spec.id(), component);
    return component;
  }

  private ProxyLink.Choice linkOf(ComponentSpec spec) {
    return ProxyLink.Choice.of(
        spec,
        made.get(ContainerProgram.linkName(spec.id())),
        () -> "nothing stands in front of it",
        proxy -> new PodLink(spec, proxy));
  }

  @Override
  public MetricsService startMetrics(List<ScrapeTarget> targets) {
    return ContainerMetrics.start(settings, this, targets);
  }

  @Override
  public Watchdog.Watch endAfter(Duration limit) {
    return foothold.lease().endAfter(limit);
  }

  @Override
  protected void endRest(List<String> problems) {
    problems.addAll(foothold.giveUp());
  }
}
