package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.components.ComponentGroup;
import io.chaoschapters.runtime.components.Ending;
import io.chaoschapters.runtime.components.RunningParts;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.Tunnel;
import io.chaoschapters.runtime.kubernetes.namespace.Labels;
import io.chaoschapters.runtime.kubernetes.namespace.LeaseKeeper;
import io.chaoschapters.runtime.kubernetes.namespace.RunNamespace;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.network.LinkProxy;
import io.chaoschapters.runtime.process.Guarded;
import io.chaoschapters.runtime.scraping.ContainerMetrics;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.KubernetesSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a Kubernetes runtime has started: a namespace with a guard, and pods in it. */
final class KubernetesCluster implements RunningParts, ContainerMetrics.Surroundings {
  /** When the guard takes a run for gone that does not renew its Lease. */
  static final Duration OLD_AFTER = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(KubernetesCluster.class);

  private final Settings settings;
  private final Path logs;
  private final Api api;
  private final RunNamespace namespace;
  private final LeaseKeeper lease;
  private final PodStarter starter;
  private final GuardLink<Guarded> words;
  private final Map<String, KubernetesComponent> made = new ConcurrentHashMap<>();
  private final ComponentGroup<KubernetesComponent> components =
      new ComponentGroup<>(KubernetesRuntimeProvider.ID);
  private final Ending ending = new Ending();

  private KubernetesCluster(
      Settings settings,
      Path logs,
      RunNamespace namespace,
      LeaseKeeper lease,
      PodStarter starter,
      GuardLink<Guarded> words) {
    this.settings = settings;
    this.logs = logs;
    this.api = starter.api();
    this.namespace = namespace;
    this.lease = lease;
    this.starter = starter;
    this.words = words;
  }

  /** What was made before something failed is removed. */
  static KubernetesCluster open(RuntimeContext context, Api api, String name) {
    Path logs = logs(context);
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

  private static Path logs(RuntimeContext context) {
    try {
      return Files.createDirectories(context.folder().resolve("logs")).toRealPath();
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The kubernetes runtime could not be opened in %s: %s. Check that the folder can be written and the disk has room.",
              context.folder(), e),
          e);
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
    ContainerProgram program = spec.container();
    if (program == null) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' cannot run as a container; choose another runtime, such as -Druntime=local.",
              spec.id()));
    }
    ComponentLog log = new ComponentLog(spec.id(), logs.resolve(spec.id() + ".log"));
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
    return logs;
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
    return lease.endAfter(limit);
  }

  @Override
  public void thawAll() {
    components.thawAll();
  }

  @Override
  public void close() {
    ending.end(this::endAll);
  }

  /** The Lease is renewed to the end: else the guard and the run would remove the same. */
  private List<String> endAll() {
    List<String> problems = new ArrayList<>(components.endAll());
    problems.addAll(closeTunnel());
    starter.pods().close();
    problems.addAll(namespace.remove());
    lease.close();
    api.close();
    words.close();
    return problems;
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
