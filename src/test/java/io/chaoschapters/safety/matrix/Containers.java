package io.chaoschapters.safety.matrix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the Docker engine by its own command. */
final class Containers {
  private static final Pattern PUBLISHED = Pattern.compile(":(\\d+)->");

  private Containers() {}

  /** Those of a run, in whatever state. */
  static List<String> of(String owner) throws Exception {
    return docker("ps", "-a", "-q", "--filter", "label=io.chaoschapters.owner=" + owner);
  }

  /** The networks of a run. */
  static List<String> networks(String owner) throws Exception {
    return docker("network", "ls", "-q", "--filter", "label=io.chaoschapters.owner=" + owner);
  }

  /** The ports of this machine at which those of a run are reached. */
  static Set<Integer> ports(String owner) throws Exception {
    Set<Integer> ports = new HashSet<>();
    for (String line :
        docker(
            "ps", "--format", "{{.Ports}}", "--filter", "label=io.chaoschapters.owner=" + owner)) {
      Matcher port = PUBLISHED.matcher(line);
      while (port.find()) {
        ports.add(Integer.parseInt(port.group(1)));
      }
    }
    return ports;
  }

  /** Those of a run that are paused. */
  static List<String> paused(String owner) throws Exception {
    return docker(
        "ps",
        "-q",
        "--filter",
        "label=io.chaoschapters.owner=" + owner,
        "--filter",
        "status=paused");
  }

  /** Ends one as a stranger would, for good. */
  static void destroy(String owner, String component) throws Exception {
    for (String id :
        docker(
            "ps",
            "-q",
            "--filter",
            "label=io.chaoschapters.owner=" + owner,
            "--filter",
            "label=io.chaoschapters.component=" + component)) {
      docker("rm", "-f", id);
    }
  }

  private static List<String> docker(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said.strip());
    }
    return said.lines().filter(line -> !line.isBlank()).toList();
  }
}
