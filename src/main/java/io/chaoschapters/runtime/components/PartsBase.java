package io.chaoschapters.runtime.components;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** Base of running clusters: components, their logs, and other parts that are closed with them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public abstract class PartsBase<C extends OwnedComponent> implements RunningParts {
  protected final Settings settings;
  protected final ComponentGroup<C> components;
  private final Path logs;
  private final Ending ending = new Ending();

  /**
   * Nothing runs yet.
   *
   * @param runtime the runtime's id
   * @param logs where what components print is kept
   */
  protected PartsBase(String runtime, Settings settings, Path logs) {
    this.settings = settings;
    this.logs = logs;
    this.components = new ComponentGroup<>(runtime);
  }

  /** Opens the parts that come before the components. */
  protected interface Opening<T> {
    /** Opens it, with the folder of the logs. */
    T open(Path logs) throws IOException;
  }

  /** Opens what is in the folder of a run. */
  protected static <T> T open(RuntimeContext context, String runtime, Opening<T> opening) {
    try {
      return opening.open(Files.createDirectories(context.folder().resolve("logs")).toRealPath());
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The %s runtime could not be opened in %s: %s. Check that the folder can be written and the disk has room.",
              runtime, context.folder(), e),
          e);
    }
  }

  /** How a component runs in a container. */
  protected static ContainerProgram inContainer(ComponentSpec spec) {
    ContainerProgram program = spec.container();
    if (program == null) {
      throw new RuntimeFailureException(
          RootLocale.format(
              spec.existing() == null
                  ? "Component '%s' cannot run as a container; choose another runtime, such as -Druntime=local."
                  : "Component '%s' is only found where it runs already, and cannot be started; say where with -Dattach=.",
              spec.id()));
    }
    return program;
  }

  protected final ComponentLog logOf(ComponentSpec spec) {
    return new ComponentLog(spec.id(), logs.resolve(spec.id() + ".log"));
  }

  @Override
  public final Path logs() {
    return logs;
  }

  @Override
  public final Optional<Endpoint> asSeenInside(Endpoint seenHere) {
    return components.all().stream()
        .flatMap(component -> component.asSeenInside(seenHere).stream())
        .findFirst();
  }

  @Override
  public final <T extends AutoCloseable> T closeLater(T part) {
    return ending.closeLater(part);
  }

  @Override
  public final void thawAll() {
    components.thawAll();
  }

  @Override
  public final void close() {
    ending.end(
        () -> {
          List<String> problems = new ArrayList<>(components.endAll());
          endRest(problems);
          return problems;
        });
  }

  /**
   * Ends what is left when all components have ended, and adds a sentence for what does not end.
   */
  protected abstract void endRest(List<String> problems);
}
