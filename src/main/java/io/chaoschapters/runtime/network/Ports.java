package io.chaoschapters.runtime.network;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses loopback ports that are free now; who uses them must expect that they no longer are.
 *
 * <p>They lie below the range from which Linux and macOS take the local ports of outgoing
 * connections (32768 and 49152 upwards). From within that range, a client that connects to the port
 * of a killed component could be given this very port, and the component not get it back.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Ports {
  private static final Logger LOG = LoggerFactory.getLogger(Ports.class);
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_767;
  private static final int ATTEMPTS = 20;

  private Ports() {}

  /** As many distinct free ports. */
  public static List<Integer> free(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(hold());
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format("No free port was found on 127.0.0.1: %s.", Failure.words(e)), e);
    } finally {
      held.forEach(Ports::release);
    }
  }

  /** As many free ports as there are names. */
  public static Map<String, Integer> free(List<String> names) {
    List<Integer> free = free(names.size());
    Map<String, Integer> byName = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byName.put(names.get(i), free.get(i));
    }
    return Collections.unmodifiableMap(byName);
  }

  /**
   * The port of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static int named(String name, Map<String, Integer> ports) {
    Integer port = ports.get(name);
    if (port == null) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "There is no port '%s' here; the component spec names: %s.",
              name, String.join(", ", ports.keySet().stream().sorted().toList())));
    }
    return port;
  }

  /** Waits until none of these ports is in use. */
  public static void awaitFree(Collection<Integer> ports, Duration atMost) {
    for (int port : ports) {
      Wait.atMost(RootLocale.format("port %d free", port), atMost)
          .until(() -> isFree(port) ? Progress.reached() : Progress.notYet("still in use"));
    }
  }

  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(loopback(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket hold() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
      try {
        return new ServerSocket(port, 1, loopback());
      } catch (BindException e) {
        LOG.debug("Port {} is taken.", port, e);
      }
    }
    return new ServerSocket(0, 1, loopback());
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new RuntimeFailureException("A port could not be released: " + Failure.words(e), e);
    }
  }
}
