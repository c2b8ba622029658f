package io.chaoschapters.runtime;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a runtime needs to start one component.
 *
 * @param id unique within the cluster; 1 to 63 lower-case letters, digits and inner hyphens,
 *     because files, hosts and containers are called by it
 * @param role what it does, in a word or two
 * @param ports the names of its ports
 * @param process how it runs as a process, or null where it cannot
 * @param container how it runs as a container, or null where it cannot
 * @param ready tells when it serves
 * @param readyWithin how long that may take
 * @param delayable the names of those ports whose answers experiments may delay. Where a runtime
 *     can do that, others reach them under {@link ContainerProgram#linkName} and not under the
 *     component's id
 * @param existing how it is found where it runs already, or null where it is always started
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ComponentSpec(
    String id,
    String role,
    List<String> ports,
    @Nullable ProcessProgram process,
    @Nullable ContainerProgram container,
    ReadyCheck ready,
    Duration readyWithin,
    List<String> delayable,
    @Nullable Existing existing) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /**
   * How an existing component is found, which the run does not start.
   *
   * @param selector which labels it carries, such as {@code app=store}; components with the same
   *     selector share what it finds
   * @param ports the port inside its pod or container for each named one
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public record Existing(String selector, Map<String, Integer> ports) {
    public Existing {
      ports = Map.copyOf(ports);
    }
  }

  /**
   * Checks the id and copies the port names; users say {@link #of}.
   *
   * @throws IllegalArgumentException when the id cannot be the name of a host
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public ComponentSpec {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "A component cannot have the id '%s'; use 1 to 63 lower-case letters, digits and hyphens.",
              id.replaceAll("\\p{Cc}", " ")));
    }
    ports = List.copyOf(ports);
    delayable = List.copyOf(delayable);
  }

  /**
   * A component that has no port and no program yet.
   *
   * @throws IllegalArgumentException when the id cannot be the name of a host
   */
  public static ComponentSpec of(String id, String role, ReadyCheck ready, Duration readyWithin) {
    return new ComponentSpec(id, role, List.of(), null, null, ready, readyWithin);
  }

  /** Returns a copy with ports, each of which a runtime gives a number of its own. */
  public ComponentSpec withPorts(String... names) {
    return new ComponentSpec(
        id, role, List.of(names), process, container, ready, readyWithin, delayable, existing);
  }

  /** Returns a copy that can run as a process of this machine. */
  public ComponentSpec asProcess(ProcessProgram program) {
    return new ComponentSpec(
        id, role, ports, program, container, ready, readyWithin, delayable, existing);
  }

  /** Returns a copy that can run in a container. */
  public ComponentSpec inContainer(ContainerProgram program) {
    return new ComponentSpec(
        id, role, ports, process, program, ready, readyWithin, delayable, existing);
  }

  /**
   * The same, which is also found where it runs already.
   *
   * @param selector which labels it carries, such as {@code app=store}
   * @param inside the port inside its pod or container for each named one
   */
  public ComponentSpec foundBy(String selector, Map<String, Integer> inside) {
    return new ComponentSpec(
        id,
        role,
        ports,
        process,
        container,
        ready,
        readyWithin,
        delayable,
        new Existing(selector, inside));
  }

  /** A component with no delayable port. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public ComponentSpec(
      String id,
      String role,
      List<String> ports,
      @Nullable ProcessProgram process,
      @Nullable ContainerProgram container,
      ReadyCheck ready,
      Duration readyWithin) {
    this(id, role, ports, process, container, ready, readyWithin, List.of(), null);
  }

  /** Returns a copy with ports whose answers experiments may delay. */
  public ComponentSpec withDelayable(String... names) {
    return new ComponentSpec(
        id, role, ports, process, container, ready, readyWithin, List.of(names), existing);
  }
}
