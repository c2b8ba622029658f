package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes containers, in whose network a component is found under its id. */
final class ContainerSpecs {
  private ContainerSpecs() {}

  /**
   * One.
   *
   * @param all all components, whose names and ports it may say
   */
  static @Nullable ContainerProgram of(ComponentEntry entry, List<ComponentEntry> all) {
    ComponentEntry.Container container = entry.container();
    if (container == null) {
      return null;
    }
    Names names = names(entry, all);
    return new ContainerProgram(
        ContainerImage.of(container.image()),
        Template.fill(container.command(), names),
        filled(entry.environment(), names),
        entry.ports(),
        filled(entry.files(), names),
        entry.delayable().isEmpty()
            ? container.setup()
            : container.setup().withProxyUnderItsNames());
  }

  private static Map<String, String> filled(Map<String, Template> texts, Names names) {
    Map<String, String> all = new HashMap<>();
    texts.forEach((name, text) -> all.put(name, text.fill(names)));
    return all;
  }

  private static Names names(ComponentEntry entry, List<ComponentEntry> all) {
    Map<String, String> names = new HashMap<>();
    all.forEach(other -> put(other, other.id() + ".", names));
    put(entry, "", names);
    return Names.of(names);
  }

  private static void put(ComponentEntry entry, String before, Map<String, String> names) {
    names.put(before + "id", entry.id());
    names.put(before + "host", entry.id());
    names.put(before + "n", Integer.toString(entry.number()));
    entry
        .ports()
        .forEach((name, port) -> names.put(before + "port." + name, Integer.toString(port)));
  }
}
