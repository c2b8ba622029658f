package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A component that answers a ping. */
final class Redis {
  static final String PORT = "p";
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final int MILLIS = 1_000;

  private Redis() {}

  static ComponentSpec spec(String id) {
    return spec(id, "redis:7.0.15");
  }

  static ComponentSpec spec(String id, String image) {
    return new ComponentSpec(
        id,
        "store",
        List.of(PORT),
        null,
        new ContainerProgram(
            ContainerImage.of(image),
            List.of("redis-server", "/etc/s.conf"),
            Map.of("SECRET", "s3cret$(HOME)"),
            Map.of(PORT, 6379),
            Map.of("/etc/s.conf", "save \"\"\nprotected-mode no\n")),
        component -> ping(component.endpoint(PORT)).isPresent(),
        READY_WITHIN);
  }

  /** Whether it answers a ping; false also when it takes no connection. */
  static boolean answers(Component component) {
    try {
      return ping(component.endpoint(PORT)).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** Has it count, which takes it a tenth of a second or so of a processor. */
  static String work(Endpoint endpoint) throws IOException {
    try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
      socket.setSoTimeout((int) READY_WITHIN.toMillis());
      socket
          .getOutputStream()
          .write(
              "*3\r\n$4\r\nEVAL\r\n$59\r\nlocal n=0; for i=1,5000000 do n=n+i%7 end; return n%1000000\r\n$1\r\n0\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readNBytes(2), StandardCharsets.UTF_8);
    }
  }

  /** Empty when a connection was accepted and nothing was said. */
  static Optional<String> ping(Endpoint endpoint) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), MILLIS);
      socket.setSoTimeout(MILLIS);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.UTF_8));
      byte[] answer = socket.getInputStream().readNBytes(5);
      if (answer.length == 0) {
        throw new IOException("closed");
      }
      return Optional.of(new String(answer, StandardCharsets.UTF_8));
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
  }
}
