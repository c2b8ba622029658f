package io.chaoschapters.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text file of the source tree.
 *
 * @param path relative to the project's folder
 * @param lines its lines
 */
record SourceFile(Path path, List<String> lines) {

  static final Path JAVA = Path.of("src", "main", "java");
  static final Path CHAPTERS = Path.of("chapters");
  static final Path RESOURCES = Path.of("src", "main", "resources");

  /** All files below a folder whose names end in a way. */
  static List<SourceFile> below(Path folder, String ending) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> path.toString().endsWith(ending))
          .sorted()
          .map(SourceFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path path) {
    try {
      return new SourceFile(path, Files.readString(path, StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isWithin(String folder) {
    for (Path part : path) {
      if (part.toString().equals(folder)) {
        return true;
      }
    }
    return false;
  }

  String name() {
    return path.getFileName().toString();
  }

  String text() {
    return String.join("\n", lines);
  }
}
