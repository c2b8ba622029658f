package io.chaoschapters.runtime;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * How a component runs as a container.
 *
 * @param image name and pinned tag; replaceable through Testcontainers' image name substitution
 * @param command arguments that follow the image's entry point
 * @param environment variables of the container; secrets belong here
 * @param ports the container's port for each named port
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ContainerProgram(
    String image,
    List<String> command,
    Map<String, String> environment,
    Map<String, Integer> ports) {
  /** Copies the collections. */
  public ContainerProgram {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    ports = Map.copyOf(ports);
  }
}
