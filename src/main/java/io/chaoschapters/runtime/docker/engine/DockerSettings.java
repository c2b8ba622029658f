package io.chaoschapters.runtime.docker.engine;

import io.chaoschapters.runtime.RuntimeFailureException;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Calls the parts of Testcontainers that read the user's Docker settings. They throw whatever the
 * parser throws, errors of class initializers included.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DockerSettings {
  /** What to do about it. */
  static final String WHERE =
      "Check DOCKER_* and TESTCONTAINERS_* in the environment, ~/.testcontainers.properties and ~/.docker/config.json, or use -Druntime=local.";

  private DockerSettings() {}

  /**
   * Reads something.
   *
   * @param what a clause that follows "could not", such as {@code find the login of an image}
   * @throws RuntimeFailureException whatever was thrown, in a sentence that says where to look
   */
  public static <T> T read(String what, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Exception | LinkageError | ServiceConfigurationError e) {
      throw new RuntimeFailureException(
          "Testcontainers could not " + what + " (" + EngineErrors.of(e) + "). " + WHERE, e);
    }
  }
}
