package io.chaoschapters.runtime;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * How a component runs as a child process.
 *
 * @param command makes the program and its arguments, run without a shell
 * @param environment variables added to the child's environment; secrets belong here, because a
 *     command line can be read by every user of the machine
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ProcessProgram(Command command, Map<String, String> environment) {
  /** Copies the environment. */
  public ProcessProgram {
    environment = Map.copyOf(environment);
  }

  /** Makes the command line once ports and folder are known. */
  @FunctionalInterface
  public interface Command {
    /** The program and its arguments. */
    List<String> line(ProcessPlace place);

    /** Further variables, which depend on ports or folder; none unless it says so. */
    default Map<String, String> environment(ProcessPlace place) {
      return Map.of();
    }
  }
}
