package io.chaoschapters.subject.yaml.compose;

import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads the services of a Compose file, as Compose does; anything else is an error. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ComposeReader {
  private final ComposeFile file;
  private final Section services;
  private final ServiceEnvironment environments;
  private final ServiceVolumes volumes;

  /** Ids by the names of services, without those that only a profile starts. */
  private final Map<String, String> ids = new LinkedHashMap<>();

  private ComposeReader(ComposeFile file) {
    this.file = file;
    this.services = file.top().child("services");
    this.environments = new ServiceEnvironment(file);
    this.volumes = new ServiceVolumes(file.top().child("volumes"), file.folder());
  }

  /**
   * Reads one.
   *
   * @param name what sentences call it
   * @param environment variables that count before those of the file {@code .env} beside it
   * @throws InvalidSubjectException with a sentence for each mistake, with file and line
   */
  public static List<ComposeService> read(
      String name, Path path, Function<String, Optional<String>> environment) {
    ComposeFile file = ComposeFile.read(name, path, new Interpolation(environment));
    List<ComposeService> read = new ComposeReader(file).read();
    file.top().mistakes().throwIfAny();
    return read;
  }

  private List<ComposeService> read() {
    for (String name : services.keys()) {
      if (!services.child(name).has("profiles")) {
        String id = id(name);
        if (ids.containsValue(id)) {
          services.wrong(
              name, RootLocale.format("there are two services with the id '%s'; rename one.", id));
        }
        ids.put(name, id);
      }
    }
    List<ComposeService> read = new ArrayList<>();
    ids.forEach((name, id) -> read.add(service(name, id, services.child(name))));
    return read;
  }

  /** Services may have dots, underscores and capitals in their names. */
  private String id(String name) {
    String id = name.toLowerCase(Locale.ROOT).replaceAll("[._]", "-");
    if (!id.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
      services.wrong(
          name,
          RootLocale.format(
              "'%s' cannot be a component's id; use 1 to 63 letters, digits and hyphens.",
              Words.quoted(name)));
    }
    return id;
  }

  private ComposeService service(String name, String id, Section at) {
    ServiceHealth health = new ServiceHealth(at);
    String image = at.text("image");
    if (image == null) {
      at.mistakes()
          .add(
              at.line(),
              RootLocale.format(
                  "service '%s' has no image; build it and write its name.", Words.quoted(name)));
    }
    ContainerProgram program =
        new ContainerProgram(
            ContainerImage.of(String.valueOf(image)),
            Optional.ofNullable(words(at, "command")).orElse(List.of()),
            environments.read(at),
            Map.of(),
            Map.of(),
            new ContainerProgram.Setup(
                words(at, "entrypoint"),
                at.text("working_dir"),
                at.text("user"),
                List.copyOf(aliases(name, id, at)),
                volumes.read(at),
                health.read(),
                false));
    return new ComposeService(
        id, at.line(), program, ServicePorts.read(at), after(at), health.readyWithin());
  }

  private static @Nullable List<String> words(Section at, String key) {
    String line = at.text(key);
    if (line == null) {
      return at.has(key) ? at.texts(key) : null;
    }
    try {
      return ShellWords.of(line);
    } catch (IllegalArgumentException e) {
      at.wrong(key, RootLocale.format("'%s': %s.", key, Failure.words(e)));
      return null;
    }
  }

  private static Set<String> aliases(String name, String id, Section at) {
    Set<String> aliases = new LinkedHashSet<>(List.of(name));
    for (String key : List.of("container_name", "hostname")) {
      Optional.ofNullable(at.text(key)).ifPresent(aliases::add);
    }
    Section networks = at.child("networks");
    networks.keys().forEach(key -> aliases.addAll(networks.child(key).texts("aliases")));
    aliases.remove(id);
    return aliases;
  }

  private List<String> after(Section at) {
    Section on = at.child("depends_on");
    List<String> names = on.keys().isEmpty() ? at.texts("depends_on") : on.keys();
    List<String> after = new ArrayList<>();
    for (String name : names) {
      String id = ids.get(name);
      if (id != null) {
        after.add(id);
      } else if (!"false".equals(on.child(name).text("required"))) {
        at.wrong(
            "depends_on",
            RootLocale.format(
                "'depends_on': there is no service '%s' that starts%s (known: %s).",
                Words.quoted(name),
                NearMatch.hint(name, ids.keySet()),
                String.join(", ", ids.keySet())));
      }
    }
    return after;
  }
}
