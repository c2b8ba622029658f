package io.chaoschapters.agent.bridge;

import io.chaoschapters.http.Connections;
import io.chaoschapters.http.SimpleRequest;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** The programs that an agent is given, each a jar of its own. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BridgeJar {
  private BridgeJar() {}

  /** Writes the bridge, and returns the command that runs it. */
  public static List<String> command(Path folder, String url) throws IOException {
    List<String> command =
        SmallJar.command(
            folder.resolve("tools.jar"),
            Bridge.class,
            List.of(
                Connections.class.getName(),
                Connections.class.getName().replace("Connections", "LoopbackDirect"),
                SimpleRequest.class.getName(),
                SimpleRequest.Answer.class.getName(),
                SimpleRequest.TooLongException.class.getName()));
    command.add(url);
    return List.copyOf(command);
  }

  /**
   * Writes the forwarder, and returns the command that runs it; that of the program follows.
   *
   * @param sockets where each port of loopback is passed on to
   */
  public static List<String> forwarding(Path folder, Map<Integer, Path> sockets)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            SmallJar.command(
                folder.resolve("network.jar"),
                Forwarder.class,
                List.of(Relay.class.getName(), DaemonThreads.class.getName())));
    sockets.forEach((port, socket) -> command.add(port + "=" + socket));
    command.add("--");
    return List.copyOf(command);
  }
}
