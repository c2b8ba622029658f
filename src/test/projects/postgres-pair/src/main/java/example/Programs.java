package example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the programs are, and how they run on a machine where everything runs as root. */
final class Programs {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private Programs() {}

  /** The newest PostgreSQL that Debian has installed, else the folder is left to the PATH. */
  static String postgres(String name) {
    if (!Files.isDirectory(DEBIAN)) {
      return name;
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin").resolve(name))
          .filter(Files::isExecutable)
          .max(Comparator.comparing(Path::toString))
          .map(Path::toString)
          .orElse(name);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + DEBIAN, e);
    }
  }

  /**
   * PostgreSQL and PgBouncer refuse to run as root. Their files are below a folder that only its
   * owner may enter, so that the other user needs leave to pass.
   */
  static List<String> notAsRoot(List<String> command) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return command;
    }
    List<String> line = new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres"));
    line.addAll(List.of("--init-groups", "--inh-caps=+dac_override"));
    line.add("--ambient-caps=+dac_override");
    line.addAll(command);
    return List.copyOf(line);
  }
}
