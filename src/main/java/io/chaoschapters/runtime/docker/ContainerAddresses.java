package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a component that is a container is found: from this machine by the ports that it publishes,
 * by the other components under its names. What is behind a link is published there.
 */
final class ContainerAddresses {
  private final ComponentSpec spec;
  private final ContainerProgram program;
  private final @Nullable DelayLink link;
  private volatile PublishedPorts ports;

  /**
   * Chooses ports.
   *
   * @param link what stands in front of the delayable ports; null when nothing does
   */
  ContainerAddresses(ComponentSpec spec, ContainerProgram program, @Nullable DelayLink link) {
    this.spec = spec;
    this.program = program;
    this.link = link;
    this.ports = choose();
  }

  /** For when somebody else has taken one of the ports meanwhile. */
  void chooseAnew() {
    ports = choose();
  }

  private PublishedPorts choose() {
    List<String> own = spec.ports().stream().filter(port -> !isBehindLink(port)).toList();
    return PublishedPorts.choose(spec.id(), own, program);
  }

  private boolean isBehindLink(String port) {
    return link != null && link.covers(port);
  }

  /** What the other components call it; without a link, it is found where that would be. */
  List<String> aliases() {
    List<String> names = new ArrayList<>(List.of(spec.id()));
    if (!spec.delayable().isEmpty() && link == null) {
      names.add(ContainerProgram.linkName(spec.id()));
    }
    names.addAll(program.setup().aliases());
    return names;
  }

  /** The port of this machine for each of the container's ports. */
  Map<Integer, Integer> byContainerPort() {
    return ports.byContainerPort();
  }

  /** As this machine finds it. */
  Endpoint outside(String port) {
    return link != null && link.covers(port)
        ? link.endpoint(port)
        : new Endpoint(ContainerMaker.LOOPBACK, ports.outside(port));
  }

  /** As the other components find it. */
  Endpoint inside(String port) {
    return spec.delayable().contains(port)
        ? new Endpoint(ContainerProgram.linkName(spec.id()), program.ports().get(port))
        : new Endpoint(spec.id(), ports.inside(port));
  }

  /** Where the others find what this machine finds at an endpoint, if it is of this component. */
  Optional<Endpoint> insideOf(Endpoint seenHere) {
    return spec.ports().stream()
        .filter(port -> outside(port).equals(seenHere))
        .map(this::inside)
        .findFirst();
  }
}
