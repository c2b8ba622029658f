package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Chooses loopback ports that are free now; who uses them must expect that they no longer are. */
final class Ports {
  private Ports() {}

  /** As many distinct free ports. */
  static List<Integer> free(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, loopback()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new RuntimeFailureException(
          "No free port could be had on 127.0.0.1: %s.".formatted(e.getMessage()), e);
    } finally {
      held.forEach(Ports::release);
    }
  }

  /** Waits until nobody listens on any of these ports. */
  static void awaitFree(Collection<Integer> ports, Duration atMost) {
    for (int port : ports) {
      Wait.atMost("port %d free".formatted(port), atMost)
          .until(() -> isFree(port) ? Progress.reached() : Progress.notYet("still in use"));
    }
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(loopback(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new RuntimeFailureException("A port could not be released: " + e.getMessage(), e);
    }
  }
}
