package io.chaoschapters.run.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apiguardian.api.API;

/** Replaces files as a whole, so that a reader never sees half of one. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class WholeFile {
  private WholeFile() {}

  /** Writes a file in place of an earlier one; when that fails, the earlier one stays. */
  public static Path write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(draft, text);
      return Files.move(
          draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      remove(draft, e);
      throw e;
    }
  }

  private static void remove(Path draft, IOException failure) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
