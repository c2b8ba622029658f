package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.kubernetes.api.Door;
import io.chaoschapters.runtime.kubernetes.api.Tunnel;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.runtime.network.Ports;
import io.chaoschapters.text.RootLocale;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a component that is a pod is found: from this machine by doors, by the other components
 * under its names. What is behind a link is found there.
 */
final class PodAddresses {
  private static final String LOOPBACK = "127.0.0.1";

  private final ComponentSpec spec;
  private final Map<String, Integer> ports;
  private final @Nullable PodLink link;
  private final Map<String, Integer> outside = new LinkedHashMap<>();
  private final Map<String, Door> doors = new LinkedHashMap<>();

  /**
   * Chooses ports of this machine; the doors are closed.
   *
   * @param ports the port inside the pod for each named one
   * @param link what stands in front of the delayable ports; null when nothing does
   */
  PodAddresses(
      Tunnel tunnel, ComponentSpec spec, Map<String, Integer> ports, @Nullable PodLink link) {
    this.spec = spec;
    this.ports = ports;
    this.link = link;
    List<String> own =
        spec.ports().stream().filter(port -> link == null || !link.covers(port)).toList();
    List<Integer> free = Ports.free(own.size());
    for (int i = 0; i < own.size(); i++) {
      int port = free.get(i);
      outside.put(own.get(i), port);
      doors.put(own.get(i), new Door(tunnel, port, inside(own.get(i)).port()));
    }
  }

  /** The names of Services that lead to its pod. */
  List<String> names() {
    return spec.delayable().isEmpty() || link != null
        ? List.of(spec.id())
        : List.of(spec.id(), ContainerProgram.linkName(spec.id()));
  }

  Collection<Integer> ports() {
    return outside.values();
  }

  /** Opens the doors to a pod, by its address. */
  void open(String host) throws PortTakenException {
    for (Door door : doors.values()) {
      door.open(host);
    }
  }

  void close() {
    doors.values().forEach(Door::close);
  }

  /** As this machine finds it. */
  Endpoint outside(String port) {
    PodLink inFront = link;
    if (inFront != null && inFront.covers(port)) {
      return inFront.endpoint(port);
    }
    Integer number = outside.get(port);
    if (number == null) {
      throw new IllegalArgumentException(
          RootLocale.format("Component '%s' has no port '%s'.", spec.id(), port));
    }
    return new Endpoint(LOOPBACK, number);
  }

  /** As the other components find it. */
  Endpoint inside(String port) {
    Integer number = ports.get(port);
    if (number == null) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' does not say which port of its container is its port '%s'.",
              spec.id(), port));
    }
    String host =
        spec.delayable().contains(port) ? ContainerProgram.linkName(spec.id()) : spec.id();
    return new Endpoint(host, number);
  }

  /** Where the others find what this machine finds at an endpoint, if it is of this component. */
  Optional<Endpoint> insideOf(Endpoint seenHere) {
    return spec.ports().stream()
        .filter(port -> outside(port).equals(seenHere))
        .map(this::inside)
        .findFirst();
  }
}
