package io.chaoschapters.agent;

import io.chaoschapters.agent.description.AgentDescription;
import io.chaoschapters.agent.description.Placeholders;
import io.chaoschapters.agent.process.AgentProcess;
import io.chaoschapters.agent.process.Isolation;
import io.chaoschapters.agent.process.NetworkWays;
import io.chaoschapters.agent.process.Workspace;
import io.chaoschapters.runtime.local.OwnedPrograms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is given for a question.
 *
 * @param description the agent
 * @param text the question
 * @param url where the tools are served
 * @param token what their server wants
 * @param bridge a program that speaks to them by standard input and output
 * @param workspace the folders of a program
 * @param placeholders what is put into its command and files
 * @param programs starts it
 * @param isolation keeps it from the rest
 * @param ways what leads out of a closed network; null when it is open
 */
record Surroundings(
    AgentDescription description,
    String text,
    String url,
    String token,
    List<String> bridge,
    Workspace workspace,
    Placeholders placeholders,
    OwnedPrograms programs,
    Isolation isolation,
    @Nullable NetworkWays ways) {

  /** What every program sees; its home is its own. */
  private static final List<String> ALWAYS = List.of("PATH", "LANG", "LC_ALL", "TZ");

  AgentProcess start(OpenQuestion question) {
    List<String> command = description.command().stream().map(placeholders::in).toList();
    Path folder = workspace.home();
    return AgentProcess.start(
        programs,
        isolation.around(command, workspace, readable(command.get(0)), ways),
        folder,
        environment(),
        question.limits().bytes(),
        () -> question.tooMuch("it printed more than it may"));
  }

  private List<Path> readable(String program) {
    List<Path> readable = new ArrayList<>();
    description.readable().stream()
        .map(placeholders::in)
        .map(folder -> Path.of(folder).toAbsolutePath().normalize())
        .forEach(readable::add);
    Path file = Path.of(program).normalize();
    // What lies in a folder that may be read is there already.
    if (file.isAbsolute() && readable.stream().noneMatch(file::startsWith)) {
      readable.add(file);
    }
    return readable;
  }

  private Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>(listed(description));
    for (String name : ALWAYS) {
      String value = System.getenv(name);
      if (value != null) {
        variables.putIfAbsent(name, value);
      }
    }
    variables.put("HOME", workspace.home().toString());
    variables.put("TMPDIR", workspace.home().toString());
    return variables;
  }

  /** The variables that a description lists, as far as they are set. */
  static Map<String, String> listed(AgentDescription description) {
    Map<String, String> variables = new HashMap<>();
    for (String name : description.environment()) {
      String value = System.getenv(name);
      if (value != null) {
        variables.put(name, value);
      }
    }
    return variables;
  }
}
