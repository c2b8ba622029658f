package io.chaoschapters.agent.process;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder under a path that is short enough for sockets in it: of a socket's path Linux takes 107
 * bytes. That of a folder that this process holds open is short whatever the folder is called.
 */
final class ShortFolder implements AutoCloseable {
  private static final int LONGEST = 107 - "/65535".length();
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private final Path path;
  private final @Nullable DirectoryStream<Path> held;

  private ShortFolder(Path path, @Nullable DirectoryStream<Path> held) {
    this.path = path;
    this.held = held;
  }

  static ShortFolder of(Path folder) throws IOException {
    if (folder.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
      return new ShortFolder(folder, null);
    }
    DirectoryStream<Path> held = Files.newDirectoryStream(folder);
    try {
      return new ShortFolder(open(folder.toRealPath()), held);
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private static Path open(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(OPEN_FILES)) {
      for (Path file : files) {
        if (leadsTo(file, folder)) {
          return file;
        }
      }
    }
    throw new IOException(
        RootLocale.format(
            "the path %s is too long for a socket in it; choose a shorter one with -Djava.io.tmpdir",
            folder));
  }

  private static boolean leadsTo(Path file, Path folder) {
    try {
      return Files.readSymbolicLink(file).equals(folder);
    } catch (IOException e) {
      return false; // it is closed already
    }
  }

  /** Leads to it until this is closed; sockets that are there by then stay. */
  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (held != null) {
      held.close();
    }
  }
}
