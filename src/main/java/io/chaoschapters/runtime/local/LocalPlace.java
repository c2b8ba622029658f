package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.network.Ports;
import io.chaoschapters.runtime.process.ChildJvm;
import java.nio.file.Path;
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

  /** A place with ports that are free now. */
  static LocalPlace choose(Path folder, List<String> names, LocalPlaces places) {
    return new LocalPlace(folder, Ports.free(names), places);
  }

  Map<String, Integer> ports() {
    return ports;
  }

  @Override
  public int port(String name) {
    return Ports.named(name, ports);
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
