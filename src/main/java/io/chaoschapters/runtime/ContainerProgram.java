package io.chaoschapters.runtime;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * How a component runs as a container.
 *
 * @param image what it is made from
 * @param command arguments that follow the image's entry point
 * @param environment variables of the container; secrets belong here or into a file
 * @param ports the container's port for each named port of the component
 * @param files texts that are put into the container before it starts, by their absolute path
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ContainerProgram(
    ContainerImage image,
    List<String> command,
    Map<String, String> environment,
    Map<String, Integer> ports,
    Map<String, String> files) {
  /** Copies the collections. */
  public ContainerProgram {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    ports = Map.copyOf(ports);
    files = Map.copyOf(files);
  }

  /**
   * The name under which others find the delayable ports of a component in its network; what
   * advertises such a port has to name it.
   */
  public static String linkName(String component) {
    return component + "-link";
  }
}
