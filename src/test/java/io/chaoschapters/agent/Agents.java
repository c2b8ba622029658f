package io.chaoschapters.agent;

import io.chaoschapters.agent.description.AgentNetwork;
import io.chaoschapters.agent.process.Isolation;
import io.chaoschapters.diagnosis.DiagnosisException;
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

  /** Whether an agent can be kept from the network here. */
  public static boolean canCloseNetworks() {
    try {
      Isolation.of("auto", new AgentNetwork(true, List.of()), List.of());
      return true;
    } catch (DiagnosisException e) {
      return false;
    }
  }
}
