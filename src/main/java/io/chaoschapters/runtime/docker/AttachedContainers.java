package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.model.Container;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.attach.AtOnce;
import io.chaoschapters.runtime.attach.AttachedMetrics;
import io.chaoschapters.runtime.attach.Candidate;
import io.chaoschapters.runtime.attach.TargetChoice;
import io.chaoschapters.runtime.components.PartsBase;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.settings.AttachSettings;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Components that run already as containers of a Compose project. Nothing is made, and nothing is
 * removed; the guard outside this JVM undoes what is done to them.
 */
final class AttachedContainers extends PartsBase<AttachedContainer> {
  /** The label by which Compose says to which project a container belongs. */
  static final String PROJECT = "com.docker.compose.project";

  private static final String SERVICE = "com.docker.compose.service";

  private final RuntimeContext context;
  private final Engine engine;
  private final String project;
  private final GuardLink<UndoRequest> guard;
  private final TargetChoice choice;
  private final AtOnce atOnce;

  private AttachedContainers(
      RuntimeContext context,
      Path logs,
      Engine engine,
      String project,
      GuardLink<UndoRequest> guard) {
    super(DockerRuntimeProvider.ID, context.settings(), logs);
    this.context = context;
    this.engine = engine;
    this.project = project;
    this.guard = guard;
    this.choice =
        new TargetChoice(
            "the Compose project '" + project + "'",
            selector -> List.copyOf(find(selector).values()));
    this.atOnce = new AtOnce(context.settings().count(AttachSettings.MOST));
  }

  /** Nothing is looked for yet. */
  static AttachedContainers open(RuntimeContext context, Engine engine, String project) {
    return open(
        context,
        DockerRuntimeProvider.ID,
        logs ->
            new AttachedContainers(
                context,
                logs,
                engine,
                project,
                DockerCluster.guard(context, engine, logs, context.run())));
  }

  @Override
  public List<AttachedContainer> start(List<ComponentSpec> specs) {
    Map<String, Candidate> chosen = choice.choose(specs);
    context.confirmation().accept(choice.preview(chosen, atOnce.most()));
    Map<String, String> ids = new HashMap<>();
    find("").forEach((id, candidate) -> ids.put(candidate.name(), id));
    return components.start(
        specs,
        spec ->
            new AttachedContainer(
                spec,
                Objects.requireNonNull(spec.existing()),
                Objects.requireNonNull(ids.get(chosen.get(spec.id()).name())),
                new AttachedContainer.Surroundings(engine, guard, atOnce, this::requireAllowed),
                logOf(spec)));
  }

  private void requireAllowed(String id) {
    Candidate now = find("").get(id);
    if (now != null) { // one that has ended is refused with other words
      choice.requireAllowed(now);
    }
  }

  /** Those that run, by their ids, with the labels of a selector; all of them for an empty one. */
  private Map<String, Candidate> find(String selector) {
    List<Container> running =
        engine.ask(
            RootLocale.format("list the containers of the Compose project '%s'", project),
            client -> client.listContainersCmd().withLabelFilter(Map.of(PROJECT, project)).exec());
    Map<String, Candidate> found = new HashMap<>();
    for (Container container : running) {
      Map<String, String> labels = container.getLabels();
      boolean all =
          Arrays.stream(selector.split(","))
              .map(String::strip)
              .filter(term -> !term.isEmpty())
              .allMatch(term -> has(labels, term));
      if (all) {
        found.put(container.getId(), candidate(container));
      }
    }
    return found;
  }

  private static boolean has(Map<String, String> labels, String term) {
    int equals = term.indexOf('=');
    return equals < 0
        ? labels.containsKey(term)
        : term.substring(equals + 1).equals(labels.get(term.substring(0, equals)));
  }

  private static Candidate candidate(Container container) {
    String service = container.getLabels().get(SERVICE);
    return new Candidate(
        "container",
        container.getNames()[0].replaceFirst("^/", ""),
        service == null ? "" : "service " + service,
        container.getLabels());
  }

  @Override
  public MetricsService startMetrics(List<ScrapeTarget> targets) {
    return AttachedMetrics.start(targets, this);
  }

  @Override
  public Watchdog.Watch endAfter(Duration limit) {
    return guard.endAfter(limit);
  }

  @Override
  protected void endRest(List<String> problems) {
    guard.close();
  }
}
