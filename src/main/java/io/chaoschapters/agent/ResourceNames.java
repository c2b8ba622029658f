package io.chaoschapters.agent;

import io.chaoschapters.library.ClassPathFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Names of what lies in a folder of the class path. */
final class ResourceNames {
  private ResourceNames() {}

  /** The names without folder and ending, sorted. */
  static List<String> in(ClassLoader loader, String folder, String ending) {
    try {
      return ClassPathFolder.files(loader, folder.replaceFirst("/$", "")).stream()
          .map(ClassPathFolder.File::name)
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder + " of the class path", e);
    }
  }
}
