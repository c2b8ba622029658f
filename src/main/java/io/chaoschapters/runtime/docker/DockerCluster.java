package io.chaoschapters.runtime.docker;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.components.PartsBase;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.docker.engine.EngineSocket;
import io.chaoschapters.runtime.docker.image.ImageBuilder;
import io.chaoschapters.runtime.docker.image.Images;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.guard.GuardProgram;
import io.chaoschapters.runtime.process.Detachment;
import io.chaoschapters.runtime.process.OwnedProcesses;
import io.chaoschapters.runtime.scraping.ContainerMetrics;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;

/** A running docker cluster: networks, containers and their guard. */
final class DockerCluster extends PartsBase<DockerComponent> {
  private final RunNetworks networks;
  private final ImageBuilder images;
  private final DockerComponent.Surroundings surroundings;
  private final DelayLinks links;
  private final String mark;

  private DockerCluster(
      Settings settings,
      Path logs,
      RunNetworks networks,
      ImageBuilder images,
      DockerComponent.Surroundings surroundings,
      String mark) {
    super(DockerRuntimeProvider.ID, settings, logs);
    this.networks = networks;
    this.images = images;
    this.surroundings = surroundings;
    this.mark = mark;
    this.links = new DelayLinks(images, surroundings);
  }

  static DockerCluster open(RuntimeContext context, Engine engine) {
    return open(context, DockerRuntimeProvider.ID, logs -> open(context, engine, logs));
  }

  private static DockerCluster open(RuntimeContext context, Engine engine, Path logs)
      throws IOException {
    String mark = UUID.randomUUID().toString();
    Map<String, String> labels = new HashMap<>(DockerClientFactory.DEFAULT_LABELS);
    labels.putAll(RunLabels.of(context.run(), mark));
    GuardProgram program =
        new GuardProgram(
            Detachment.find(),
            EngineGuard.class,
            logs.resolve("guard.log"),
            engine.socket().toString(),
            mark,
            context.folder().toString());
    // The guard is there before the first thing that it has to remove.
    GuardLink<UndoRequest> guard = new GuardLink<>(program::start);
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
        new DockerComponent.Surroundings(engine, maker, guard),
        mark);
  }

  @Override
  public List<DockerComponent> start(List<ComponentSpec> specs) {
    return components.startBehind(specs, links::inFrontOf, this::component);
  }

  private DockerComponent component(ComponentSpec spec) {
    ContainerProgram program = inContainer(spec);
    DockerComponent component =
        new DockerComponent(
            spec,
            program,
            images.get(program.image()),
            surroundings,
            logOf(spec),
            links.choiceFor(spec));
    links.made(component);
    return component;
  }

  @Override
  public MetricsService startMetrics(List<ScrapeTarget> targets) {
    return ContainerMetrics.start(settings, this, targets);
  }

  @Override
  public Map<String, String> marks() {
    return OwnedProcesses.marks(mark);
  }

  @Override
  public Watchdog.Watch endAfter(Duration limit) {
    return surroundings.guard().endAfter(limit);
  }

  @Override
  protected void endRest(List<String> problems) {
    problems.addAll(networks.remove(surroundings.engine()));
    surroundings.guard().close();
  }
}
