package io.chaoschapters.runtime.docker;

import io.chaoschapters.text.RootLocale;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the Docker engine of this machine is, looked for where Testcontainers looks.
 *
 * @param socket the engine's socket, or null when there is none
 * @param problem why there is none, as one clause
 */
record EngineAddress(@Nullable Path socket, String problem) {
  private static final String UNIX = "unix://";

  static EngineAddress find() {
    return find(System.getenv(), Path.of(System.getProperty("user.home")), Path.of("/"));
  }

  /**
   * Looks at the environment, then at the usual places.
   *
   * @param root the folder that holds var/run
   */
  static EngineAddress find(Map<String, String> environment, Path home, Path root) {
    String host = environment.get("DOCKER_HOST");
    if (host != null && !host.isBlank()) {
      return given(host.strip());
    }
    List<Path> usual = new ArrayList<>(List.of(root.resolve("var/run/docker.sock")));
    String runtime = environment.get("XDG_RUNTIME_DIR");
    if (runtime != null && !runtime.isBlank()) {
      usual.add(Path.of(runtime, "docker.sock"));
    }
    usual.add(home.resolve(".docker/run/docker.sock"));
    usual.add(home.resolve(".docker/desktop/docker.sock"));
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
    Path socket = Path.of(URI.create(host).getPath());
    return Files.exists(socket)
        ? new EngineAddress(socket, "")
        : new EngineAddress(null, RootLocale.format("DOCKER_HOST is '%s', where nothing is", host));
  }
}
