package io.chaoschapters.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How a component runs as a container.
 *
 * @param image what it is made from
 * @param command arguments that follow the image's entry point
 * @param environment variables of the container; secrets belong here or into a file
 * @param ports the container's port for each named port of the component
 * @param files texts that are put into the container before it starts, by their absolute path
 * @param setup what a Compose file may say besides
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ContainerProgram(
    ContainerImage image,
    List<String> command,
    Map<String, String> environment,
    Map<String, Integer> ports,
    Map<String, String> files,
    Setup setup) {
  @API(status = API.Status.INTERNAL, since = "0.1")
  public ContainerProgram {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    ports = Map.copyOf(ports);
    files = Map.copyOf(files);
  }

  /** A container that is otherwise as its image says. */
  public ContainerProgram(
      ContainerImage image,
      List<String> command,
      Map<String, String> environment,
      Map<String, Integer> ports,
      Map<String, String> files) {
    this(image, command, environment, ports, files, Setup.NONE);
  }

  /** What a Compose file may say besides. */
  @Override
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Setup setup() {
    return setup;
  }

  /**
   * What a Compose file may say of a container, each null or empty where its image decides.
   *
   * @param aliases what other components call it besides its id
   * @param check says whether it is well, run in the container
   * @param behindItsNames whether others find it under the same names when a proxy stands in front
   *     of its delayable ports, because nothing in it can name the proxy; the proxy then has these
   *     names, and passes on every port that has a name
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Setup(
      @Nullable List<String> entrypoint,
      @Nullable String workingFolder,
      @Nullable String user,
      List<String> aliases,
      List<Mount> mounts,
      @Nullable Check check,
      boolean behindItsNames) {
    /** As the image says. */
    public static final Setup NONE = new Setup(null, null, null, List.of(), List.of(), null, false);

    public Setup {
      aliases = List.copyOf(aliases);
      mounts = List.copyOf(mounts);
    }

    /** The same, of a container behind a proxy that has its names. */
    public Setup withProxyUnderItsNames() {
      return new Setup(entrypoint, workingFolder, user, aliases, mounts, check, true);
    }

    /** A container that is found under further names. */
    public static Setup calledToo(List<String> aliases) {
      return new Setup(null, null, null, aliases, List.of(), null, false);
    }
  }

  /**
   * A folder of a container that is not its image's.
   *
   * @param from a file or folder of this machine; null for a new volume, which goes with the
   *     container
   * @param memory whether it is in memory
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Mount(String to, @Nullable Path from, boolean readOnly, boolean memory) {}

  /**
   * A command in a container that ends with 0 when it is well.
   *
   * @param test as the engine takes it: {@code CMD} or {@code CMD-SHELL}, then the command
   * @param within how long one run may take
   * @param retries failures in a row after which it is not well
   * @param startPeriod how long failures do not count
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Check(List<String> test, Duration within, int retries, Duration startPeriod) {
    public Check {
      test = List.copyOf(test);
    }
  }

  /**
   * The name under which others find the delayable ports of a component in its network; what
   * advertises such a port has to name it.
   */
  public static String linkName(String component) {
    return component + "-link";
  }
}
