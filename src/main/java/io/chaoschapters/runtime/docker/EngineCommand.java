package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.support.ChildJvm;
import io.chaoschapters.runtime.support.ClassPath;
import io.chaoschapters.runtime.support.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Asks the engine one thing from a command line, for machines that have an engine's socket but not
 * the {@code docker} program.
 */
final class EngineCommand {
  private EngineCommand() {}

  /** A command that lets a container go on; it does no harm to one that is not paused. */
  static List<String> unpause(Path socket, String container) {
    return Programs.onPath("docker")
        .map(
            docker ->
                List.of(docker.toString(), "--host", "unix://" + socket, "unpause", container))
        .orElseGet(
            () ->
                List.of(
                    ChildJvm.program(),
                    "-cp",
                    ClassPath.locationOf(EngineCommand.class).toString(),
                    EngineCommand.class.getName(),
                    socket.toString(),
                    "POST",
                    "/containers/" + container + "/unpause"));
  }

  /** Takes the engine's socket, a method and a path. */
  public static void main(String[] arguments) throws IOException {
    EngineSocket.Answer answer =
        new EngineSocket(Path.of(arguments[0])).ask(arguments[1], arguments[2]);
    if (!answer.isGood()) {
      System.err.println(answer.body());
      System.exit(1);
    }
  }
}
