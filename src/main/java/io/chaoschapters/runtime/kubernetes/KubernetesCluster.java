package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.components.PartsBase;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.Tunnel;
import io.chaoschapters.runtime.kubernetes.namespace.Labels;
import io.chaoschapters.runtime.kubernetes.namespace.LeaseKeeper;
import io.chaoschapters.runtime.kubernetes.namespace.RunNamespace;
import io.chaoschapters.runtime.network.LinkProxy;
import io.chaoschapters.runtime.network.ProxyLink;
import io.chaoschapters.runtime.process.Guarded;
import io.chaoschapters.runtime.scraping.ContainerMetrics;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.KubernetesSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Kubernetes cluster: a namespace with a guard, and pods in it. */
final class KubernetesCluster extends PartsBase<KubernetesComponent> {
  /** After this time without a renewal of its Lease, the guard considers a run dead. */
  static final Duration OLD_AFTER = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(KubernetesCluster.class);

  private final Api api;
  private final RunNamespace namespace;
  private final LeaseKeeper lease;
  private final PodStarter starter;
  private final GuardLink<Guarded> words;
  private final Map<String, KubernetesComponent> made = new ConcurrentHashMap<>();

  private KubernetesCluster(
      Settings settings,
      Path logs,
      RunNamespace namespace,
      LeaseKeeper lease,
      PodStarter starter,
      GuardLink<Guarded> words) {
    super(KubernetesRuntimeProvider.ID, settings, logs);
    this.api = starter.api();
    this.namespace = namespace;
    this.lease = lease;
    this.starter = starter;
    this.words = words;
  }

  /** If opening fails, everything created so far is removed. */
  static KubernetesCluster open(RuntimeContext context, Api api, String name) {
    Path logs = open(context, KubernetesRuntimeProvider.ID, folder -> folder);
    Map<String, String> labels = Labels.of(context.run());
    ImageNames images = new ImageNames(context.settings().text(KubernetesSettings.IMAGES));
    RunNamespace namespace = RunNamespace.make(api, name, labels);
    LOG.info("Namespace {} was made in context {}.", name, api.config().context());
    try {
      for (HasMetadata part : new GuardPost(name, labels, images.java(), OLD_AFTER).parts()) {
        api.ask(
            RootLocale.format("make the guard's %s", part.getKind()),
            client -> client.resource(part).inNamespace(name).create());
      }
      LeaseKeeper lease = new LeaseKeeper(api, name).begin();
      Pods pods = new Pods(api, name);
      PodStarter starter =
          new PodStarter(
              api,
              pods,
              new PodMaker(name, labels, images),
              new Tunnel(api, name),
              context.settings().milliseconds(KnownSettings.PULL_TIMEOUT));
      GuardLink<Guarded> words = WordsGuard.start(context, logs);
      return new KubernetesCluster(context.settings(), logs, namespace, lease, starter, words);
    } catch (RuntimeException e) {
      namespace.remove().forEach(left -> e.addSuppressed(new RuntimeFailureException(left)));
      throw e;
    }
  }

  @Override
  public List<KubernetesComponent> start(List<ComponentSpec> specs) {
    List<KubernetesComponent> started =
        components.startBehind(specs, KubernetesCluster::inFrontOf, this::component);
    lease.awaitGuard();
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
        new KubernetesComponent(spec, inContainer(spec), starter, logOf(spec), linkOf(spec));
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
    return lease.endAfter(limit);
  }

  /** The Lease is renewed to the end: else the guard and the run would remove the same. */
  @Override
  protected void endRest(List<String> problems) {
    problems.addAll(closeTunnel());
    starter.pods().close();
    problems.addAll(namespace.remove());
    lease.close();
    api.close();
    words.close();
  }

  private List<String> closeTunnel() {
    try {
      starter.tunnel().close();
      return List.of();
    } catch (IOException e) {
      return List.of(
          RootLocale.format("%s did not close: %s.", starter.tunnel(), Failure.words(e)));
    }
  }
}
