package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.network.Ports;
import io.chaoschapters.text.RootLocale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Under which ports of this machine a container's ports can be reached. They are fixed when the
 * container is made, so that they are the same after a restart.
 */
final class PublishedPorts {
  private final Map<String, Integer> inside;
  private final Map<String, Integer> outside;

  private PublishedPorts(Map<String, Integer> inside, Map<String, Integer> outside) {
    this.inside = Map.copyOf(inside);
    this.outside = Map.copyOf(outside);
  }

  /** Ports that nobody else has now; whoever uses them must expect that they no longer are. */
  static PublishedPorts choose(String component, List<String> names, ContainerProgram program) {
    List<Integer> free = Ports.free(names.size());
    Map<String, Integer> inside = new HashMap<>();
    Map<String, Integer> outside = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Integer port = program.ports().get(names.get(i));
      if (port == null) {
        throw new RuntimeFailureException(
            RootLocale.format(
                "Component '%s' does not say which port of its container is its port '%s'.",
                component, names.get(i)));
      }
      inside.put(names.get(i), port);
      outside.put(names.get(i), free.get(i));
    }
    return new PublishedPorts(inside, outside);
  }

  int inside(String name) {
    return known(name, inside);
  }

  int outside(String name) {
    return known(name, outside);
  }

  Map<Integer, Integer> byContainerPort() {
    Map<Integer, Integer> all = new HashMap<>();
    inside.forEach((name, port) -> all.put(port, outside.get(name)));
    return all;
  }

  private static int known(String name, Map<String, Integer> ports) {
    Integer port = ports.get(name);
    if (port == null) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "There is no port '%s' here; the component spec names: %s.",
              name, String.join(", ", ports.keySet().stream().sorted().toList())));
    }
    return port;
  }
}
