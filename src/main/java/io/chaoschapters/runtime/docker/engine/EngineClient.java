package io.chaoschapters.runtime.docker.engine;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.TestcontainersConfiguration;

/** Opens Testcontainers' client, which also starts its reaper unless that is switched off. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EngineClient {
  /** The image of Testcontainers' reaper; a test holds it to the version on the class path. */
  static final String RYUK = "testcontainers/ryuk:0.14.0";

  private static final Duration OPEN_WITHIN = Duration.ofSeconds(60);
  private static final Path IN_A_CONTAINER = Path.of("/.dockerenv");

  private EngineClient() {}

  /** The images that Testcontainers needs for itself. */
  public static List<String> images() {
    return Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))
        ? List.of()
        : List.of(RYUK);
  }

  /**
   * Opens it, or hands out the one that this JVM has.
   *
   * @throws RuntimeFailureException when Testcontainers cannot work here, with the way out
   */
  public static Engine open(Path socket) {
    requireOwnHostKnown();
    try {
      return TimeLimit.within(
          OPEN_WITHIN,
          "docker-client",
          () -> new Engine(DockerClientFactory.instance().client(), socket));
    } catch (ExecutionException e) {
      throw new RuntimeFailureException(
          "Testcontainers cannot use the Docker engine at "
              + socket
              + ": "
              + EngineErrors.of(e)
              + ". "
              + DockerSettings.WHERE,
          e);
    } catch (TimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Testcontainers could not use the Docker engine at %s within %d s.",
              socket, OPEN_WITHIN.toSeconds()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException("Interrupted while the Docker engine was opened.", e);
    }
  }

  /** In a container, Testcontainers would pull a helper image to find out where its host is. */
  private static void requireOwnHostKnown() {
    String host =
        DockerSettings.read(
            "read its settings",
            () ->
                TestcontainersConfiguration.getInstance()
                    .getEnvVarOrUserProperty("host.override", ""));
    if (host.isEmpty() && Files.exists(IN_A_CONTAINER)) {
      throw new RuntimeFailureException(
          "This JVM runs in a container itself. If the Docker engine runs in the same container, set TESTCONTAINERS_HOST_OVERRIDE=localhost; else use -Druntime=local.");
    }
  }
}
