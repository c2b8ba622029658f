package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.compose.ComposeService;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads components that are containers, by their image or as services of a Compose file. */
final class Containers {
  private static final List<String> SAID_BY_COMPOSE =
      List.of("command", "java", "jvm", "image", "environment", "files", "after");

  private Containers() {}

  static ComponentEntry.@Nullable Container byImage(Section at) {
    String image = at.text("image");
    if (image == null) {
      return null;
    }
    if (at.has("java")) {
      at.wrong("image", "'image' and 'java' do not go together.");
    }
    requirePinned(at, "image", image);
    Section ports = at.child("ports");
    if (ports.exists() && ports.keys().isEmpty()) {
      at.wrong("ports", "with an image, say each port's number in the container: {http: 8080}.");
    }
    return new ComponentEntry.Container(
        image, Values.templates(at, "command"), ContainerProgram.Setup.NONE);
  }

  /**
   * A service.
   *
   * @param at what the subject says besides; it need not be there
   * @param top where the Compose file is named
   */
  static ComponentEntry.Container ofService(ComposeService service, Section at, Section top) {
    for (String key : SAID_BY_COMPOSE) {
      if (at.has(key)) {
        at.wrong(
            key,
            RootLocale.format(
                "'%s': the Compose file says this of '%s'; change it there.", key, service.id()));
      }
    }
    ContainerProgram program = service.program();
    String image = program.image().name();
    requirePinned(top, "compose", image);
    return new ComponentEntry.Container(
        image, program.command().stream().map(Template::literal).toList(), program.setup());
  }

  /** The ports of a service: those that the subject names, and the others. */
  static Map<String, Integer> ports(ComposeService service, Map<String, Integer> named) {
    Map<String, Integer> ports = new LinkedHashMap<>(named);
    service
        .ports()
        .forEach(
            (name, number) -> {
              if (!named.containsValue(number)) {
                ports.putIfAbsent(name, number);
              }
            });
    return ports;
  }

  static Map<String, Template> environment(ComposeService service) {
    Map<String, Template> all = new LinkedHashMap<>();
    service.program().environment().forEach((name, text) -> all.put(name, Template.literal(text)));
    return all;
  }

  private static void requirePinned(Section at, String key, String image) {
    if (!image.matches(".+(:[^/]+|@.+)") || image.endsWith(":latest")) {
      at.wrong(
          key,
          RootLocale.format(
              "'%s' has no pinned tag, so tomorrow it is another program; write one, such as %s:1.2.3.",
              Words.quoted(image), image.replaceFirst(":latest$", "")));
    }
  }
}
