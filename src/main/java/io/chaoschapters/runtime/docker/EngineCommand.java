package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.docker.engine.EngineSocket;
import io.chaoschapters.runtime.docker.engine.PlainRequest;
import io.chaoschapters.runtime.process.ChildJvm;
import io.chaoschapters.runtime.process.ClassPath;
import io.chaoschapters.runtime.process.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Undoes one thing from a command line: with the {@code docker} program, and on machines that have
 * an engine's socket but not the program, with a small one of ours.
 */
final class EngineCommand {
  private EngineCommand() {}

  /** A command that lets a container go on; it does no harm to one that is not paused. */
  static List<String> unpause(Path socket, String container) {
    return docker(socket, List.of("unpause", container))
        .orElseGet(() -> send(socket, UndoRequest.unpause(container)));
  }

  /** A command that takes a container back into a network. */
  static List<String> connect(Path socket, String network, String container, List<String> aliases) {
    List<String> words = new ArrayList<>(List.of("network", "connect"));
    aliases.forEach(alias -> words.addAll(List.of("--alias", alias)));
    words.addAll(List.of(network, container));
    return docker(socket, words)
        .orElseGet(() -> send(socket, UndoRequest.connect(network, container, aliases)));
  }

  private static Optional<List<String>> docker(Path socket, List<String> words) {
    return Programs.onPath("docker")
        .map(
            docker -> {
              List<String> command =
                  new ArrayList<>(List.of(docker.toString(), "--host", "unix://" + socket));
              command.addAll(words);
              return command;
            });
  }

  /** A command that sends a request. */
  static List<String> send(Path socket, UndoRequest request) {
    return List.of(
        ChildJvm.program(),
        "-cp",
        ClassPath.locationOf(EngineCommand.class).toString(),
        EngineCommand.class.getName(),
        socket.toString(),
        request.key());
  }

  /** Takes the engine's socket and a request. */
  public static void main(String[] arguments) throws IOException {
    PlainRequest.Answer answer =
        UndoRequest.parse(arguments[1]).send(new EngineSocket(Path.of(arguments[0])));
    if (!answer.isGood()) {
      System.err.println(answer.body());
      System.exit(1);
    }
  }
}
