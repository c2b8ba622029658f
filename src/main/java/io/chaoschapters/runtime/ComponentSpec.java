package io.chaoschapters.runtime;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a runtime needs to start one component.
 *
 * @param id unique within the cluster
 * @param role what it does, in a word or two
 * @param ports the names of its ports
 * @param process how it runs as a process, or null where it cannot
 * @param container how it runs as a container, or null where it cannot
 * @param ready tells when it serves
 * @param readyWithin how long that may take
 * @param delayable the names of those ports whose answers experiments may delay. Where a runtime
 *     can do that, others reach them under {@link ContainerProgram#linkName} and not under the
 *     component's id
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
    List<String> delayable) {
  /** Copies the port names. */
  public ComponentSpec {
    ports = List.copyOf(ports);
    delayable = List.copyOf(delayable);
  }

  /** A component with no delayable port. */
  public ComponentSpec(
      String id,
      String role,
      List<String> ports,
      @Nullable ProcessProgram process,
      @Nullable ContainerProgram container,
      ReadyCheck ready,
      Duration readyWithin) {
    this(id, role, ports, process, container, ready, readyWithin, List.of());
  }

  /** The same with ports whose answers experiments may delay. */
  public ComponentSpec withDelayable(String... names) {
    return new ComponentSpec(
        id, role, ports, process, container, ready, readyWithin, List.of(names));
  }
}
