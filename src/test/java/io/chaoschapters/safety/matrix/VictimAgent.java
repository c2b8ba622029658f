package io.chaoschapters.safety.matrix;

import io.chaoschapters.agent.Agents;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An agent that starts programs in sessions of their own and uses a tool. None of them ends when it
 * is told to.
 */
final class VictimAgent {
  static final String ID = "victim";

  private VictimAgent() {}

  /** Its description, in a try's folder. */
  static Path file(Path folder) {
    return folder.resolve("agent").resolve(ID + ".yaml");
  }

  /** Writes it and its program into a try's folder, which all that it starts has in its command. */
  static void write(Path folder, Cell cell) throws IOException {
    String isolation = cell.fault().agentsIsolation();
    if (isolation == null) {
      return;
    }
    Path own = Files.createDirectories(file(folder).getParent());
    // Where the JVM goes on, so does the chapter.
    String answer = cell.way().kind() == Way.Kind.IN_PROCESS ? "answers" : "never-answers";
    Path program = Agents.copied("agent.py", own);
    Files.writeString(
        file(folder),
        RootLocale.format(
            "agent: %s%nkind: command%nisolation: %s%nreadable: ['%s']%ncommand: [python3, '%s', deaf-family, '{mcp_url}', '{mcp_token}', '%s', '%s']%nlimits: {time: 60s}%n%s",
            ID, isolation, own, program, answer, own.resolve("child"), network(isolation)));
  }

  /** Where bubblewrap can close the network, there is a forwarder to be ended, too. */
  private static String network(String isolation) {
    return isolation.equals("auto") && Agents.canCloseNetworks() ? "network: closed\n" : "";
  }
}
