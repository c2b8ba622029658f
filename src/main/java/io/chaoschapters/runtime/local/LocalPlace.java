package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.network.Ports;
import io.chaoschapters.runtime.process.ChildJvm;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ports and the folder of one component. */
final class LocalPlace implements ProcessPlace {
  private final Path folder;
  private final Map<String, Integer> ports;
  private final LocalPlaces places;

  private LocalPlace(Path folder, Map<String, Integer> ports, LocalPlaces places) {
    this.folder = folder;
    this.ports = Map.copyOf(ports);
    this.places = places;
  }

  /** A place with ports that nobody else has now. */
  static LocalPlace choose(Path folder, List<String> names, LocalPlaces places) {
    List<Integer> free = Ports.free(names.size());
    Map<String, Integer> ports = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      ports.put(names.get(i), free.get(i));
    }
    return new LocalPlace(folder, ports, places);
  }

  Map<String, Integer> ports() {
    return ports;
  }

  @Override
  public int port(String name) {
    Integer port = ports.get(name);
    if (port == null) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "There is no port '%s' here; the component spec names: %s.",
              name, String.join(", ", ports.keySet().stream().sorted().toList())));
    }
    return port;
  }

  @Override
  public Endpoint peer(String component, String port) {
    return places.peer(component, port);
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public List<String> java(Class<?> main, String... jvmArguments) {
    return ChildJvm.command(main, folder, jvmArguments);
  }
}
