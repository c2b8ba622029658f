package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes containers, in whose network a component is found under its id. */
final class ContainerSpecs {
  private ContainerSpecs() {}

  static @Nullable ContainerProgram of(ComponentEntry entry) {
    ComponentEntry.Container container = entry.container();
    if (container == null) {
      return null;
    }
    Names names = names(entry);
    return new ContainerProgram(
        ContainerImage.of(container.image()),
        Template.fill(container.command(), names),
        filled(entry.environment(), names),
        entry.ports(),
        filled(entry.files(), names));
  }

  private static Map<String, String> filled(Map<String, Template> texts, Names names) {
    Map<String, String> all = new HashMap<>();
    texts.forEach((name, text) -> all.put(name, text.fill(names)));
    return all;
  }

  private static Names names(ComponentEntry entry) {
    Map<String, String> own = new HashMap<>();
    own.put("id", entry.id());
    own.put("host", entry.id());
    own.put("n", Integer.toString(entry.number()));
    entry.ports().forEach((name, port) -> own.put("port." + name, Integer.toString(port)));
    return Names.of(own);
  }
}
