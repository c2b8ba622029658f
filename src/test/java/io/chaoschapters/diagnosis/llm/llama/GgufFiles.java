package io.chaoschapters.diagnosis.llm.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file that begins as a model does. */
public final class GgufFiles {
  private GgufFiles() {}

  /** A file for a fake server, which does not read it. */
  public static Path whole(Path folder) throws IOException {
    return Files.writeString(folder.resolve("tiny.gguf"), "GGUF, version 3");
  }
}
