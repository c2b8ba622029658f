package io.chaoschapters.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Tries the inputs to begin with before the clock of the first try runs: hundreds of classes are
 * instrumented then, which on a busy machine takes longer than any input may.
 */
public final class WarmUp {
  private WarmUp() {}

  /** Tries every input in a folder below the fuzzers' test resources. */
  public static void with(String folder, Consumer<byte[]> oneInput) {
    Path inputs = Path.of("src", "test", "resources", "fuzz", folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(inputs)) {
      for (Path file : files) {
        oneInput.accept(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Run fuzzers in the project's folder", e);
    }
  }
}
