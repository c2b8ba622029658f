package io.chaoschapters.runtime.guard;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apiguardian.api.API;

/**
 * What a run leaves to be said for it, should its JVM be gone before it can say anything: files in
 * a folder of their own, which take the place of those of the same name in the folder of the run.
 *
 * <p>Needs nothing but the JDK: a guard process uses it too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LastWords {
  /** The folder, below that of the run. */
  public static final String FOLDER = "last-words";

  private static final String SPOKEN = ".json";

  private final Path run;

  private LastWords(Path run) {
    this.run = run;
  }

  /** The last words of the run in a folder. */
  public static LastWords of(Path run) {
    return new LastWords(run);
  }

  /** Where a file of this name is prepared; what does not end in {@code .json} is only kept. */
  public Path prepared(String name) throws IOException {
    return Files.createDirectories(run.resolve(FOLDER)).resolve(name);
  }

  /** The run can speak for itself: nothing is left to be said. */
  public void withdraw() throws IOException {
    end(false);
  }

  /** The run was cut off: what it has prepared takes its place. */
  public void speak() throws IOException {
    end(true);
  }

  private void end(boolean speak) throws IOException {
    Path folder = run.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (speak && name.endsWith(SPOKEN)) {
          Files.move(
              file,
              run.resolve(name),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        } else {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(folder);
  }
}
