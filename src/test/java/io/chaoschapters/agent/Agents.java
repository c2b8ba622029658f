package io.chaoschapters.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The small programs of the tests that behave as agents do. */
public final class Agents {
  private Agents() {}

  /** Copies one, and what it needs, into a folder. */
  public static Path copied(String name, Path folder) throws IOException {
    for (String file : List.of("client.py", name)) {
      try (var in = Agents.class.getResourceAsStream(file)) {
        Files.write(folder.resolve(file), in.readAllBytes());
      }
    }
    return folder.resolve(name);
  }
}
