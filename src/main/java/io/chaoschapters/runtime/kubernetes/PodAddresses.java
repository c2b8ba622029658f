package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.kubernetes.api.Door;
import io.chaoschapters.runtime.kubernetes.api.Tunnel;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.runtime.network.ProxyLink;
import io.chaoschapters.runtime.network.PublishedAddresses;
import java.util.Collection;
import java.util.List;

/** Where a component that is a pod is found: from this machine by doors. */
final class PodAddresses {
  private final PublishedAddresses published;
  private final List<Door> doors;

  /** Chooses ports of this machine; the doors are closed. */
  PodAddresses(Tunnel tunnel, ComponentSpec spec, ContainerProgram program, ProxyLink.Choice link) {
    this.published = new PublishedAddresses(spec, program, link);
    this.doors =
        published.here().entrySet().stream()
            .map(own -> new Door(tunnel, own.getValue(), inside(own.getKey()).port()))
            .toList();
  }

  /** The names of Services that lead to its pod. */
  List<String> names() {
    return published.names();
  }

  Collection<Integer> ports() {
    return published.here().values();
  }

  /** Opens the doors to a pod, by its address. */
  void open(String host) throws PortTakenException {
    for (Door door : doors) {
      door.open(host);
    }
  }

  void close() {
    doors.forEach(Door::close);
  }

  /** As this machine finds it. */
  Endpoint outside(String port) {
    return published.outside(port);
  }

  /** As the other components find it. */
  Endpoint inside(String port) {
    return published.inside(port);
  }
}
