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

  /** Whether this is such a folder, by its name. */
  static boolean isOne(Path folder) {
    return folder.getFileName().toString().startsWith(PREFIX)
        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
  }

  /** Removes a folder that {@link #create} made; follows no link. Fine when it is gone already. */
  static void remove(Path folder) throws IOException {
    if (!folder.getFileName().toString().startsWith(PREFIX)) {
      throw new IOException(
          RootLocale.format("%s is not a working folder and was left alone", folder));
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
