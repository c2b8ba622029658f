package io.chaoschapters.runtime.docker;

import io.chaoschapters.library.OptionalLibrary;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.Leftover;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.runtime.components.LazyRuntime;
import io.chaoschapters.runtime.docker.engine.EngineAddress;
import io.chaoschapters.runtime.docker.engine.EngineCheck;
import io.chaoschapters.runtime.docker.engine.EngineClient;
import io.chaoschapters.runtime.docker.engine.EngineSocket;
import io.chaoschapters.runtime.docker.image.Images;
import io.chaoschapters.runtime.scraping.ContainerMetrics;
import io.chaoschapters.settings.AttachSettings;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** Runs components as containers of a Docker engine on this machine. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DockerRuntimeProvider implements RuntimeProvider {
  static final String ID = "docker";

  private final Supplier<EngineAddress> address;

  /** Made by {@link java.util.ServiceLoader}. */
  public DockerRuntimeProvider() {
    this(EngineAddress::find);
  }

  DockerRuntimeProvider(Supplier<EngineAddress> address) {
    this.address = address;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int preference() {
    return 10;
  }

  /** Includes the client of Toxiproxy, without which no latency could be injected. */
  @Override
  public String missing() {
    return OptionalLibrary.missing(OptionalLibrary.TESTCONTAINERS, OptionalLibrary.TOXIPROXY);
  }

  /** Asks the engine first, so that nothing of Testcontainers is loaded where there is none. */
  @Override
  public Availability availability(List<String> images, Settings settings) {
    if (!missing().isEmpty()) {
      return new Availability(false, missing());
    }
    EngineAddress found = address.get();
    Path socket = found.socket();
    if (socket == null) {
      return new Availability(false, found.problem());
    }
    EngineCheck door = EngineCheck.probe(socket);
    if (!door.open()) {
      return new Availability(false, door.words());
    }
    String project = project(settings);
    List<String> needed = new ArrayList<>(EngineClient.images());
    if (project.isEmpty()) {
      needed.addAll(images);
      needed.add(ContainerMetrics.IMAGE);
    }
    try {
      new Images(new EngineSocket(socket), settings.milliseconds(KnownSettings.PULL_TIMEOUT))
          .getAll(needed);
      EngineClient.open(socket);
    } catch (RuntimeFailureException e) {
      return new Availability(
          false, door.words() + ", but: " + Failure.words(e).replaceAll("[.]$", ""));
    }
    return new Availability(
        true,
        project.isEmpty()
            ? door.words() + " and has the images"
            : door.words() + "; attached to the Compose project '" + project + "'");
  }

  /** The Compose project in which the components run already; empty when they are started. */
  private static String project(Settings settings) {
    String project = settings.text(AttachSettings.ATTACH);
    return project.equals("false") ? "" : project;
  }

  @Override
  public ComponentRuntime open(RuntimeContext context) {
    String project = project(context.settings());
    return new LazyRuntime(
        ID,
        () ->
            project.isEmpty()
                ? DockerCluster.open(context, EngineClient.open(socket()))
                : AttachedContainers.open(context, EngineClient.open(socket()), project));
  }

  /** What an engine that does not answer holds is there again when it does. */
  @Override
  public List<Leftover> leftovers(List<Path> cutOff) {
    String missing = OptionalLibrary.missing(OptionalLibrary.TESTCONTAINERS);
    if (!missing.isEmpty()) {
      throw new RuntimeFailureException(
          RootLocale.format("Containers cannot be looked for: %s.", missing));
    }
    Path socket = socket();
    EngineCheck door = EngineCheck.probe(socket);
    if (!door.open()) {
      throw new RuntimeFailureException(
          RootLocale.format("The Docker engine cannot be asked: %s.", door.words()));
    }
    return new StaleParts(EngineClient.open(socket)).find();
  }

  /** The engine's socket, by its one true name, whatever the links to it are called. */
  @Override
  public String place() {
    Path socket = address.get().socket();
    if (socket == null) {
      return "";
    }
    try {
      return socket.toRealPath().toString();
    } catch (IOException e) {
      return socket.toString();
    }
  }

  private Path socket() {
    EngineAddress found = address.get();
    Path socket = found.socket();
    if (socket == null) {
      throw new RuntimeFailureException("There is no Docker engine: " + found.problem() + ".");
    }
    return socket;
  }
}
