package io.chaoschapters.runtime.docker;

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
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.docker.engine.EngineSocket;
import io.chaoschapters.runtime.docker.image.ImageBuilder;
import io.chaoschapters.runtime.docker.image.Images;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.guard.GuardProgram;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.process.Detachment;
import io.chaoschapters.runtime.scraping.ContainerMetrics;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;

/** What a docker runtime has started: a network, containers and their guard. */
final class DockerCluster implements RunningParts, ContainerMetrics.Surroundings {
  private final Settings settings;
  private final Path logs;
  private final RunNetworks networks;
  private final ImageBuilder images;
  private final DockerComponent.Surroundings surroundings;
  private final DelayLinks links;
  private final ComponentGroup<DockerComponent> components =
      new ComponentGroup<>(DockerRuntimeProvider.ID);
  private final Ending ending = new Ending();

  private DockerCluster(
      Settings settings,
      Path logs,
      RunNetworks networks,
      ImageBuilder images,
      DockerComponent.Surroundings surroundings) {
    this.settings = settings;
    this.logs = logs;
    this.networks = networks;
    this.images = images;
    this.surroundings = surroundings;
    this.links = new DelayLinks(images, surroundings);
  }

  static DockerCluster open(RuntimeContext context, Engine engine) {
    String mark = UUID.randomUUID().toString();
    Map<String, String> labels = new HashMap<>(DockerClientFactory.DEFAULT_LABELS);
    labels.putAll(RunLabels.of(context.run(), mark));
    Path logs = logs(context);
    // The guard is there before the first thing that it has to remove.
    GuardLink<UndoRequest> guard = guard(context, engine, logs, mark);
    RunNetworks networks = RunNetworks.make(engine, mark, labels);
    ContainerMaker maker = new ContainerMaker(engine, networks, labels);
    Images images =
        new Images(
            new EngineSocket(engine.socket()),
            context.settings().milliseconds(KnownSettings.PULL_TIMEOUT));
    return new DockerCluster(
        context.settings(),
        logs,
        networks,
        new ImageBuilder(engine, images),
        new DockerComponent.Surroundings(engine, maker, guard));
  }

  static Path logs(RuntimeContext context) {
    try {
      return Files.createDirectories(context.folder().resolve("logs")).toRealPath();
    } catch (IOException e) {
      throw notOpened(context, e);
    }
  }

  static GuardLink<UndoRequest> guard(
      RuntimeContext context, Engine engine, Path logs, String mark) {
    try {
      GuardProgram program =
          new GuardProgram(
              Detachment.find(),
              EngineGuard.class,
              logs.resolve("guard.log"),
              engine.socket().toString(),
              mark,
              context.folder().toString());
      return new GuardLink<>(program::start);
    } catch (IOException e) {
      throw notOpened(context, e);
    }
  }

  private static RuntimeFailureException notOpened(RuntimeContext context, IOException e) {
    return new RuntimeFailureException(
        RootLocale.format(
            "The docker runtime could not be opened in %s: %s. Check that the folder can be written and the disk has room.",
            context.folder(), e),
        e);
  }

  @Override
  public List<DockerComponent> start(List<ComponentSpec> specs) {
    return components.startBehind(specs, links::inFrontOf, this::component);
  }

  private DockerComponent component(ComponentSpec spec) {
    ContainerProgram program = ComponentGroup.containerOf(spec);
    ComponentLog log = new ComponentLog(spec.id(), logs.resolve(spec.id() + ".log"));
    DockerComponent component =
        new DockerComponent(
            spec, program, images.get(program.image()), surroundings, log, links.choiceFor(spec));
    links.made(component);
    return component;
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
    return surroundings.guard().endAfter(limit);
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
    problems.addAll(networks.remove(surroundings.engine()));
    surroundings.guard().close();
    return problems;
  }
}
