package io.chaoschapters.runtime.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Finds programs as a shell would, and needs nothing but the JDK: the guard uses it too. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Programs {
  private Programs() {}

  public static Optional<Path> onPath(String name) {
    return on(name, System.getenv("PATH"));
  }

  public static Optional<Path> on(String name, @Nullable String path) {
    if (path == null) {
      return Optional.empty();
    }
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> in(folder, name).stream())
        .findFirst();
  }

  public static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static Optional<Path> in(String folder, String name) {
    try {
      return Optional.of(Path.of(folder, name).toAbsolutePath()).filter(Programs::isProgram);
    } catch (InvalidPathException e) {
      return Optional.empty(); // a shell passes over such a folder too
    }
  }
}
