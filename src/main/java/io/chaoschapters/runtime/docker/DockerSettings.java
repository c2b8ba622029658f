package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.RuntimeFailureException;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;

/**
 * Calls the parts of Testcontainers that read the user's Docker settings. They throw whatever the
 * parser throws, errors of class initializers included.
 */
final class DockerSettings {
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
  static <T> T read(String what, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Exception | LinkageError | ServiceConfigurationError e) {
      throw new RuntimeFailureException(
          "Testcontainers could not " + what + " (" + EngineWords.of(e) + "). " + WHERE, e);
    }
  }
}
