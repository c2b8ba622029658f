package io.chaoschapters.runtime.docker.engine;

import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where the Docker engine of this machine is, looked for where Testcontainers looks.
 *
 * @param socket the engine's socket, or null when there is none
 * @param problem why there is none, as one clause
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record EngineAddress(@Nullable Path socket, String problem) {
  private static final String UNIX = "unix://";
  private static final String PLAIN_PATH =
      "; make a link to the socket at a path of plain letters, and set unix:// and that path";

  public static EngineAddress find() {
    return find(System.getenv(), System.getProperty("user.home"), Path.of("/"));
  }

  /**
   * Looks at the environment, then at the usual places.
   *
   * @param root the folder that holds var/run
   */
  public static EngineAddress find(Map<String, String> environment, String home, Path root) {
    String host = environment.get("DOCKER_HOST");
    if (host != null && !host.isBlank()) {
      return given(host.strip());
    }
    List<Path> usual = new ArrayList<>(List.of(root.resolve("var/run/docker.sock")));
    String runtime = environment.get("XDG_RUNTIME_DIR");
    if (runtime != null && !runtime.isBlank()) {
      addIfPath(usual, runtime, "docker.sock");
    }
    addIfPath(usual, home, ".docker/run/docker.sock");
    addIfPath(usual, home, ".docker/desktop/docker.sock");
    return usual.stream()
        .filter(Files::exists)
        .findFirst()
        .map(found -> new EngineAddress(found, ""))
        .orElseGet(
            () ->
                new EngineAddress(null, "no Docker engine was found: there is no " + usual.get(0)));
  }

  private static EngineAddress given(String host) {
    if (!host.startsWith(UNIX)) {
      return new EngineAddress(
          null,
          RootLocale.format(
              "DOCKER_HOST is '%s', but ports are opened on this machine's loopback only, so the engine must be on this machine and have a socket (unix://…)",
              host));
    }
    String path;
    try {
      path = new URI(host).getPath();
    } catch (URISyntaxException e) {
      return notUsable(host, "which is no URI (" + Failure.words(e) + ")" + PLAIN_PATH);
    }
    if (path == null || !path.startsWith("/")) {
      return notUsable(host, "which names no socket; set unix:// and the socket's whole path");
    }
    try {
      Path socket = Path.of(path);
      return Files.exists(socket)
          ? new EngineAddress(socket, "")
          : notUsable(host, "where nothing is");
    } catch (InvalidPathException e) {
      return notUsable(host, "which is no path here (" + e.getReason() + ")" + PLAIN_PATH);
    }
  }

  private static EngineAddress notUsable(String host, String why) {
    return new EngineAddress(null, "DOCKER_HOST is '" + host + "', " + why);
  }

  /** In the locale C, a path with an umlaut cannot be written: nothing of ours can be there. */
  private static void addIfPath(List<Path> paths, String folder, String file) {
    try {
      paths.add(Path.of(folder, file));
    } catch (InvalidPathException e) {
      return;
    }
  }
}
