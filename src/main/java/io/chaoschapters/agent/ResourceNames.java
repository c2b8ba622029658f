package io.chaoschapters.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Lists what lies in a folder of the class path, be it on the disk or in a jar. */
final class ResourceNames {
  private ResourceNames() {}

  /** The names without folder and ending, sorted. */
  static List<String> in(ClassLoader loader, String folder, String ending) {
    Set<String> names = new TreeSet<>();
    try {
      for (URL url : Collections.list(loader.getResources(folder))) {
        add(url, folder, names);
      }
    } catch (IOException | URISyntaxException e) {
      throw new UncheckedIOException(
          "Cannot list " + folder + " of the class path", new IOException(e));
    }
    return names.stream()
        .filter(name -> name.endsWith(ending))
        .map(name -> name.substring(0, name.length() - ending.length()))
        .toList();
  }

  private static void add(URL url, String folder, Set<String> names)
      throws IOException, URISyntaxException {
    if (url.getProtocol().equals("jar")) {
      String place = url.toString();
      URI archive = URI.create(place.substring("jar:".length(), place.indexOf("!/")));
      try (JarFile jar = new JarFile(Path.of(archive).toFile())) {
        jar.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(folder))
            .forEach(name -> names.add(name.substring(folder.length())));
      }
    } else if (url.getProtocol().equals("file")) {
      try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
        files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      }
    }
  }
}
