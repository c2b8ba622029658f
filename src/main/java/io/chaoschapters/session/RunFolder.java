package io.chaoschapters.session;

import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * Where a run leaves its artifacts.
 *
 * @param run the run's id
 * @param path the folder, absolute
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record RunFolder(String run, Path path) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Makes a folder of its own for a run that begins now, and points {@code latest} at it. */
  static RunFolder create(Path output, String subject, Instant now) {
    // The process id keeps two processes apart that begin a run in the same millisecond.
    String run = STAMP.format(now) + "-" + ProcessHandle.current().pid();
    Path parent = output.resolve(subject).toAbsolutePath().normalize();
    Path path = parent.resolve(run);
    try {
      Files.createDirectories(parent);
      Files.createDirectory(path);
      Files.createDirectory(path.resolve("chapters"));
      pointLatestAt(parent, run);
    } catch (FileAlreadyExistsException e) {
      // Two runs of this process, side by side.
      return create(output, subject, now.plusMillis(1));
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format(
              "Cannot make the folder %s for the run's artifacts: %s. Is there free disk space, and may it be written?",
              path, Failure.words(e)),
          e);
    }
    return new RunFolder(run, path);
  }

  private static void pointLatestAt(Path parent, String run) throws IOException {
    Path draft = parent.resolve("latest." + run);
    Files.createSymbolicLink(draft, Path.of(run));
    Files.move(
        draft,
        parent.resolve("latest"),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  public Path chapter(String name) {
    Path folder = path.resolve("chapters").resolve(name);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + folder, e);
    }
  }
}
