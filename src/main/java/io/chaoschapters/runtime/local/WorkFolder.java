package io.chaoschapters.runtime.local;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The folder of a runtime's working files. Needs nothing but the JDK: the guard uses it too. */
final class WorkFolder {
  private static final String PREFIX = "work-";

  private WorkFolder() {}

  static Path create(Path parent) throws IOException {
    return Files.createTempDirectory(parent, PREFIX).toRealPath();
  }

  private static IOException notOne(Path folder) {
    return new IOException(
        RootLocale.format("%s is not a working folder and was left alone", folder));
  }

  /**
   * Makes one elsewhere, for programs that are not to see where the run is.
   *
   * @return a link to it in the run's folder, by which a cleanup finds it
   */
  static Path createElsewhere(Path parent, Path run) throws IOException {
    Path folder = create(parent);
    return Files.createSymbolicLink(run.resolve(folder.getFileName()), folder);
  }

  /** Whether this is such a folder, or a link to one elsewhere, by its name. */
  static boolean isOne(Path folder) {
    return folder.getFileName().toString().startsWith(PREFIX)
        && (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || isLinkToOne(folder));
  }

  private static boolean isLinkToOne(Path link) {
    try {
      return Files.isSymbolicLink(link)
          && link.getFileName().equals(Files.readSymbolicLink(link).getFileName());
    } catch (IOException e) {
      return false; // it has gone meanwhile
    }
  }

  /**
   * Removes a folder that was made here, and the link to it if this is one; no other link is
   * followed. Fine when it is gone already.
   */
  static void remove(Path folder) throws IOException {
    if (!folder.getFileName().toString().startsWith(PREFIX)) {
      throw notOne(folder);
    }
    if (Files.isSymbolicLink(folder)) {
      if (!isLinkToOne(folder) || Files.isSymbolicLink(Files.readSymbolicLink(folder))) {
        throw notOne(folder);
      }
      remove(Files.readSymbolicLink(folder));
      Files.deleteIfExists(folder);
      return;
    }
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // its process removed it first
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
