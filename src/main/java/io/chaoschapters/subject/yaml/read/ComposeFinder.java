package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.subject.yaml.compose.ComposeReader;
import io.chaoschapters.subject.yaml.compose.ComposeService;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the Compose file that a subject names, and reads its services. */
final class ComposeFinder {
  private static final String KEY = "compose";

  private final Section top;
  private final ClassLoader loader;

  ComposeFinder(Section top, ClassLoader loader) {
    this.top = top;
    this.loader = loader;
  }

  /** By the component's id; none where the subject names no Compose file. */
  Map<String, ComposeService> services() {
    String name = top.text(KEY);
    Path path = name == null ? null : path(name);
    if (name == null || path == null) {
      return Map.of();
    }
    Map<String, ComposeService> services = new LinkedHashMap<>();
    read(name, path).forEach(service -> services.put(service.id(), service));
    return services;
  }

  /** Its errors are reported with those of the subject's file that are known by now. */
  private List<ComposeService> read(String name, Path path) {
    try {
      return ComposeReader.read(
          name, path, variable -> Optional.ofNullable(System.getenv(variable)));
    } catch (InvalidSubjectException e) {
      List<String> all = new ArrayList<>(top.mistakes().sentences());
      all.add(Failure.words(e));
      throw new InvalidSubjectException(String.join("\n", all));
    }
  }

  /** Its neighbours are files, too, so it is no file of a jar. */
  private @Nullable Path path(String name) {
    URL found = loader.getResource(name);
    if (found != null && found.getProtocol().equals("file")) {
      return Path.of(URI.create(found.toString()));
    }
    Path here = Path.of(name).toAbsolutePath().normalize();
    if (Files.isRegularFile(here)) {
      return here;
    }
    top.wrong(
        KEY,
        found == null
            ? RootLocale.format(
                "'compose': there is no file '%s' on the class path, nor %s; put it into src/main/resources, or write its path from the folder in which Maven runs.",
                Words.quoted(name), here)
            : RootLocale.format(
                "'compose': '%s' is in a jar, where it has no folder that volumes could come from; it must be a file.",
                Words.quoted(name)));
    return null;
  }
}
