package io.chaoschapters.agent.process;

import io.chaoschapters.agent.bridge.BridgeJar;
import io.chaoschapters.agent.bridge.Relay;
import io.chaoschapters.agent.description.AgentNetwork;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.http.Connections;
import io.chaoschapters.runtime.process.ChildJvm;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What leads out of a closed network: a Unix socket for each port, which is served here, and the
 * forwarder, which listens at these ports in the network of the agent.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class NetworkWays implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5000;

  /** Where the sandbox has the sockets: a path that is short, since that of a socket must be. */
  private static final Path INSIDE = Path.of("/run/ways");

  private final Path folder;
  private final List<Relay> relays;
  private final List<String> forwarder;

  private NetworkWays(Path folder, List<Relay> relays, List<String> forwarder) {
    this.folder = folder;
    this.relays = relays;
    this.forwarder = forwarder;
  }

  /**
   * Opens them for a question.
   *
   * @param root a folder that the agent sees
   * @param tools the port of the tools
   */
  public static NetworkWays open(Path root, int tools, AgentNetwork network) throws IOException {
    Path folder = Files.createDirectory(root.resolve("net"));
    List<Integer> ports = new ArrayList<>(network.reaches());
    ports.add(tools);
    Map<Integer, Path> sockets = new LinkedHashMap<>();
    List<Relay> relays = new ArrayList<>();
    try (ShortFolder near = ShortFolder.of(folder)) {
      for (int port : ports.stream().distinct().toList()) {
        String name = Integer.toString(port);
        sockets.put(port, INSIDE.resolve(name));
        relays.add(
            Relay.open(UnixDomainSocketAddress.of(near.path().resolve(name)), loopback(port)));
      }
      return new NetworkWays(folder, relays, BridgeJar.forwarding(root, sockets));
    } catch (IOException | RuntimeException e) {
      relays.forEach(Relay::close);
      throw e;
    }
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(AgentNetwork.HOST, port);
  }

  /**
   * Checks that something listens wherever an agent may connect to.
   *
   * @throws DiagnosisException when nothing does
   */
  public static void requireServers(String agent, AgentNetwork network) {
    for (int port : network.reaches()) {
      try (Socket socket = Connections.socket()) {
        socket.connect(loopback(port), CONNECT_MILLIS);
      } catch (IOException e) {
        throw new DiagnosisException(
            Reason.NOT_READY,
            RootLocale.format(
                "Agent '%s' is to reach %s:%d, but nothing answers there (%s). Start what it needs first, or change 'reaches' in its description.",
                agent, AgentNetwork.HOST, port, Failure.words(e)),
            e);
      }
    }
  }

  /** What bubblewrap is told: a network of its own, and in it the sockets and a JVM. */
  List<String> arguments() {
    String java = Path.of(ChildJvm.program()).getParent().getParent().toString();
    return List.of(
        "--unshare-net",
        "--ro-bind",
        java,
        java,
        "--ro-bind",
        folder.toString(),
        INSIDE.toString());
  }

  /** The command that goes before the agent's. */
  List<String> forwarder() {
    return forwarder;
  }

  @Override
  public void close() {
    relays.forEach(Relay::close);
  }
}
