package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.yaml.ask.Names;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What placeholders stand for, as seen from this JVM. */
final class Addresses {
  private static final String PORT = "port.";

  private final Map<String, Component> components = new ConcurrentHashMap<>();
  private final Map<String, Path> folders = new ConcurrentHashMap<>();
  private final Map<String, String> ports = new ConcurrentHashMap<>();
  private final Map<String, String> marks = new ConcurrentHashMap<>();
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  /** What marks programs as those of the run. */
  void marks(Map<String, String> ofRun) {
    marks.putAll(ofRun);
  }

  void add(Component component) {
    components.put(component.id(), component);
  }

  void folder(String component, Path folder) {
    folders.put(component, folder);
  }

  void number(String component, int number) {
    numbers.put(component, number);
  }

  /** Names such as {@code node-1.port.http}. */
  Names ofAll() {
    return name -> {
      int dot = name.indexOf('.');
      return dot < 0
          ? Optional.ofNullable(marks.get(name))
          : Optional.ofNullable(components.get(name.substring(0, dot)))
              .flatMap(component -> value(component, name.substring(dot + 1)));
    };
  }

  /** Names such as {@code port.http} of one, and those of all. */
  Names of(Component component) {
    Names own = name -> value(component, name);
    return own.or(ofAll());
  }

  /** Names such as {@code target.port.http} of one, and those of all. */
  Names ofTarget(Component target) {
    String before = "target.";
    Names its =
        name ->
            name.startsWith(before)
                ? value(target, name.substring(before.length()))
                : Optional.empty();
    return its.or(ofAll());
  }

  private Optional<String> value(Component component, String name) {
    if (name.startsWith(PORT)) {
      return Optional.of(
          Integer.toString(component.endpoint(name.substring(PORT.length())).port()));
    }
    return switch (name) {
      case "id" -> Optional.of(component.id());
      case "n" -> Optional.ofNullable(numbers.get(component.id())).map(n -> Integer.toString(n));
      case "folder" -> Optional.ofNullable(folders.get(component.id())).map(Path::toString);
      case "host" -> Optional.of(component.endpoint(anyPort(component)).host());
      default -> Optional.empty();
    };
  }

  private String anyPort(Component component) {
    return ports.getOrDefault(component.id(), "");
  }

  /** One of a component's ports; all of them have the same host. */
  void port(String component, String port) {
    ports.put(component, port);
  }
}
